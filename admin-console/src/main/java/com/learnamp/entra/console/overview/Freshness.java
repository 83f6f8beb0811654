package com.learnamp.entra.console.overview;

import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * How long changes took from Microsoft's notice to Learn Amp in the last 24 hours.
 *
 * @param typical half of them took less
 * @param slow nineteen in twenty took less
 */
record Freshness(String typical, String slow, long count) {

    private static final String MEASURED =
            """
            SELECT count(*) AS changes,
                   round(1000 * percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM written_at - noticed_at)))
                       ::bigint AS typical,
                   round(1000 * percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM written_at - noticed_at)))
                       ::bigint AS slow
            FROM provisioning.history
            WHERE written_at > ? AND cause = 'notification' AND noticed_at IS NOT NULL
            """;

    /** Empty where there was no notice. */
    static Optional<Freshness> read(StoreTransaction transaction, Times times) throws SQLException {
        return transaction
                .first(MEASURED, row -> of(row, times), times.now().minus(Duration.ofHours(24)))
                .filter(found -> found.count() > 0);
    }

    private static Freshness of(StoredRow row, Times times) throws SQLException {
        return new Freshness(
                times.lasting(Duration.ofMillis(row.number("typical"))),
                times.lasting(Duration.ofMillis(row.number("slow"))),
                row.number("changes"));
    }
}
