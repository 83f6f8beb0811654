package com.learnamp.entra.console.guard;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a review.
 *
 * @param userId null for somebody who is not in Learn Amp
 * @param reason left_the_group, deleted …
 * @param state review: waits; rejected: an admin has said no
 * @param run in which it was kept back; null for a change that came alone
 * @param manages how many people would go to the Owner
 * @param teams how many team places would end
 */
record ReviewedPerson(
        UUID objectId,
        @Nullable Long userId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String jobTitle,
        @Nullable String role,
        @Nullable String status,
        String reason,
        String state,
        Instant since,
        @Nullable UUID run,
        long manages,
        long teams,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    static final String WAITING = "review";
    static final String REJECTED = "rejected";

    /** Before all of them. */
    static final UUID START = new UUID(0, 0);

    private static final String PEOPLE =
            """
            SELECT w.object_id, w.user_id, coalesce(u.first_name || ' ' || u.last_name, w.name) AS name,
                   coalesce(u.email, w.email) AS email, u.job_title, u.role, u.status, w.reason, w.state, w.since,
                   w.run_id,
                   (SELECT count(*) FROM learnamp.users r
                    WHERE r.company_id = w.company_id AND r.manager_id = w.user_id) AS manages,
                   (SELECT count(*) FROM learnamp.secondary_team_users s
                    WHERE s.company_id = w.company_id AND s.user_id = w.user_id)
                       + CASE WHEN u.primary_team_id IS NULL THEN 0 ELSE 1 END AS teams,
                   w.decided_by, w.decided_at
            FROM provisioning.withheld w
            LEFT JOIN learnamp.users u ON u.company_id = w.company_id AND u.id = w.user_id
            WHERE w.company_id = learnamp.current_company() AND w.review_id = ? AND w.state = ?
            """;

    private static final String A_PAGE =
            PEOPLE + " AND w.object_id > ? ORDER BY w.object_id LIMIT ?";

    private static final String CHOSEN =
            PEOPLE + " AND w.object_id = ANY (?::uuid[]) ORDER BY w.object_id";

    /** Those after that one, by their object ids. */
    static List<ReviewedPerson> page(
            StoreTransaction transaction, UUID review, String state, UUID after, int most)
            throws SQLException {
        return transaction.query(A_PAGE, ReviewedPerson::person, review, state, after, most);
    }

    static List<ReviewedPerson> chosen(
            StoreTransaction transaction, UUID review, String state, List<UUID> objects)
            throws SQLException {
        return transaction.query(
                CHOSEN,
                ReviewedPerson::person,
                review,
                state,
                objects.stream().map(UUID::toString).toArray(String[]::new));
    }

    private static ReviewedPerson person(StoredRow row) throws SQLException {
        return new ReviewedPerson(
                row.uuid("object_id"),
                row.maybeNumber("user_id"),
                row.maybeText("name"),
                row.maybeText("email"),
                row.maybeText("job_title"),
                row.maybeText("role"),
                row.maybeText("status"),
                row.text("reason"),
                row.text("state"),
                row.instant("since"),
                row.maybeUuid("run_id"),
                row.number("manages"),
                row.number("teams"),
                row.maybeText("decided_by"),
                row.maybeInstant("decided_at"));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "ReviewedPerson[" + objectId + "]";
    }
}
