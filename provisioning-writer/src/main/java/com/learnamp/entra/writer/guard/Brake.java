package com.learnamp.entra.writer.guard;

import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts over a rolling window, over both lanes and all runs. Those who wait for a review count
 * too: while many wait, the next one who comes alone waits with them.
 */
final class Brake {

    private static final String PRESSURE =
            """
            SELECT (SELECT coalesce(sum(c.people), 0) FROM provisioning.guard_counts c
                    WHERE c.company_id = ? AND c.kind = ? AND c.hour > ?)
                 + (SELECT count(*) FROM provisioning.reviews r
                    JOIN provisioning.withheld w ON w.company_id = r.company_id AND w.review_id = r.id
                    WHERE r.company_id = ? AND r.kind = ? AND r.cause = 'over_limit' AND r.state = 'open'
                      AND w.state = 'review') AS people
            """;

    private static final String ACTIVE =
            "SELECT count(*) FROM learnamp.users WHERE company_id = ? AND status <> 'deactivated'";

    private static final String COUNT =
            """
            INSERT INTO provisioning.guard_counts AS c (company_id, kind, hour, people) VALUES (?, ?, ?, ?)
            ON CONFLICT (company_id, kind, hour) DO UPDATE SET people = c.people + excluded.people
            """;

    private static final String FORGET =
            "DELETE FROM provisioning.guard_counts WHERE company_id = ? AND hour < ?";

    private Brake() {}

    /**
     * @param more who would come to those of the window
     * @return the limit that they would be over; null if they are not
     */
    static @Nullable Long exceeded(
            CompanyTransaction transaction,
            GuardSettings settings,
            Kind kind,
            long more,
            Instant now)
            throws SQLException {
        if (more == 0 || !settings.limits()) {
            return null;
        }
        long people = pressure(transaction, settings, kind, now) + more;
        if (people <= settings.atLeast()) {
            return null;
        }
        long active =
                transaction.query(ACTIVE, row -> row.getLong(1), transaction.company()).getFirst();
        long most = settings.most(active);
        return people > most ? most : null;
    }

    private static long pressure(
            CompanyTransaction transaction, GuardSettings settings, Kind kind, Instant now)
            throws SQLException {
        return transaction
                .query(
                        PRESSURE,
                        row -> row.getLong("people"),
                        transaction.company(),
                        kind.label(),
                        now.minus(settings.window()).minus(1, ChronoUnit.HOURS),
                        transaction.company(),
                        kind.label())
                .getFirst();
    }

    static void count(CompanyTransaction transaction, Kind kind, long people, Instant now)
            throws SQLException {
        if (people > 0) {
            transaction.update(
                    COUNT,
                    transaction.company(),
                    kind.label(),
                    now.truncatedTo(ChronoUnit.HOURS),
                    people);
        }
    }

    static void forget(CompanyTransaction transaction, Instant before) throws SQLException {
        transaction.update(FORGET, transaction.company(), before);
    }
}
