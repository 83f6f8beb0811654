package com.learnamp.entra.writer.guard;

import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People who wait for an admin's decision together, for one cause. */
final class Review {

    /** Why they wait. */
    enum Cause {
        OVER_LIMIT,
        /** They were never seen in the company's present scope. */
        CHANGED_SCOPE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How long it waits for an admin; then it becomes an alarm. */
    static final Duration KEPT = Duration.ofDays(14);

    private static final String OPEN =
            """
            INSERT INTO provisioning.reviews AS r (
                company_id, kind, cause, most_people, window_hours, opened_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (company_id, kind, cause) WHERE state = 'open' DO UPDATE SET most_people = r.most_people
            RETURNING r.id
            """;

    private Review() {}

    /**
     * The open one, or a new one.
     *
     * @param most the limit that it would have been over; null for another cause
     */
    static UUID open(
            CompanyTransaction transaction,
            Kind kind,
            Cause cause,
            @Nullable Long most,
            Duration window,
            Instant now)
            throws SQLException {
        return transaction
                .query(
                        OPEN,
                        row -> row.getObject(1, UUID.class),
                        transaction.company(),
                        kind.label(),
                        cause.label(),
                        most,
                        most == null ? null : window.toHours(),
                        now,
                        now.plus(KEPT))
                .getFirst();
    }
}
