package com.learnamp.entra.photo.sync;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.photo.store.Sql;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what became of photos: for metrics, and for the run that asked. */
@Startup
@ApplicationScoped
class PhotoFigures {

    private static final String COUNT =
            """
            INSERT INTO provisioning.photo_figures AS figures
                (company_id, run_id, looked_at, unchanged, fetched, removed, refused)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (company_id, run_id) DO UPDATE SET
                looked_at = figures.looked_at + excluded.looked_at,
                unchanged = figures.unchanged + excluded.unchanged,
                fetched = figures.fetched + excluded.fetched,
                removed = figures.removed + excluded.removed,
                refused = figures.refused + excluded.refused
            """;

    private static final String GIVEN_UP = "given_up";

    private final MeterRegistry meters;

    PhotoFigures(MeterRegistry meters) {
        this.meters = meters;
        for (Kind kind : Kind.values()) {
            looks(kind.label);
        }
        looks(GIVEN_UP);
    }

    /** What became of a look. */
    enum Kind {
        UNCHANGED("unchanged"),
        FETCHED("fetched"),
        REMOVED("removed"),
        REFUSED("refused");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /**
     * @param run null where no run asked
     */
    void count(Connection connection, CompanyId company, @Nullable UUID run, Kind kind, int looks)
            throws SQLException {
        looks(kind.label).increment(looks);
        if (run != null) {
            long counted = looks;
            Sql.update(
                    connection,
                    COUNT,
                    company.value(),
                    run,
                    counted,
                    kind == Kind.UNCHANGED ? counted : 0L,
                    kind == Kind.FETCHED ? counted : 0L,
                    kind == Kind.REMOVED ? counted : 0L,
                    kind == Kind.REFUSED ? counted : 0L);
        }
    }

    /** Of somebody whom Graph refused again and again. */
    void givenUp() {
        looks(GIVEN_UP).increment();
    }

    private Counter looks(String outcome) {
        return Counter.builder("photos")
                .description("looks at photos, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }
}
