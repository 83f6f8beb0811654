package com.learnamp.entra.photo.sync;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Counts what became of photos: for metrics, and for the run that asked. */
@ApplicationScoped
class PhotoFigures {

    private static final String COUNT =
            """
            INSERT INTO provisioning.photo_figures AS figures
                (company_id, run_id, looked_at, unchanged, fetched, removed, refused)
            VALUES (?, ?, 1, ?, ?, ?, ?)
            ON CONFLICT (company_id, run_id) DO UPDATE SET
                looked_at = figures.looked_at + 1,
                unchanged = figures.unchanged + excluded.unchanged,
                fetched = figures.fetched + excluded.fetched,
                removed = figures.removed + excluded.removed,
                refused = figures.refused + excluded.refused
            """;

    private final MeterRegistry meters;

    PhotoFigures(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Connection connection, PhotoOutcome outcome, boolean changed) throws SQLException {
        Kind kind = kind(outcome, changed);
        meters.counter("photos", "outcome", kind.label).increment();
        UUID run = outcome.lookup().run();
        if (run != null) {
            Sql.update(
                    connection,
                    COUNT,
                    outcome.lookup().company().value(),
                    run,
                    kind == Kind.UNCHANGED ? 1L : 0L,
                    kind == Kind.FETCHED ? 1L : 0L,
                    kind == Kind.REMOVED ? 1L : 0L,
                    kind == Kind.REFUSED ? 1L : 0L);
        }
    }

    private static Kind kind(PhotoOutcome outcome, boolean changed) {
        return switch (outcome) {
            case PhotoOutcome.Unchanged unchanged -> Kind.UNCHANGED;
            case PhotoOutcome.SetBack back -> Kind.UNCHANGED;
            case PhotoOutcome.Stored stored -> Kind.FETCHED;
            case PhotoOutcome.Refused refused -> Kind.REFUSED;
            case PhotoOutcome.Removed removed -> changed ? Kind.REMOVED : Kind.UNCHANGED;
        };
    }

    private enum Kind {
        UNCHANGED("unchanged"),
        FETCHED("fetched"),
        REMOVED("removed"),
        REFUSED("refused");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }
}
