package com.learnamp.entra.console.guard;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An admin protects somebody from deactivation.
 *
 * @param until null: until somebody releases him
 */
public record Hold(
        long userId,
        String name,
        String email,
        String reason,
        String heldBy,
        Instant heldAt,
        @Nullable Instant until) {

    private static final String HOLDS =
            """
            SELECT h.user_id, u.first_name || ' ' || u.last_name AS name, u.email, h.reason, h.held_by, h.held_at,
                   h.until
            FROM provisioning.holds h JOIN learnamp.users u ON u.company_id = h.company_id AND u.id = h.user_id
            WHERE h.company_id = learnamp.current_company()
            """;

    private static final String ONE = HOLDS + " AND h.user_id = ?";

    private static final String A_PAGE = HOLDS + " AND h.user_id > ? ORDER BY h.user_id LIMIT ?";

    private static final String SAVE =
            """
            INSERT INTO provisioning.holds (company_id, user_id, reason, held_by, held_at, until)
            SELECT u.company_id, u.id, ?, ?, ?, ?::timestamptz FROM learnamp.users u
            WHERE u.company_id = learnamp.current_company() AND u.id = ?
            ON CONFLICT (company_id, user_id) DO UPDATE
            SET reason = excluded.reason, held_by = excluded.held_by, held_at = excluded.held_at, until = excluded.until
            """;

    private static final String RELEASE =
            "DELETE FROM provisioning.holds WHERE company_id = learnamp.current_company() AND user_id = ?";

    public static Optional<Hold> of(StoreTransaction transaction, long person) throws SQLException {
        return transaction.first(ONE, Hold::hold, person);
    }

    static List<Hold> page(StoreTransaction transaction, long after, int most) throws SQLException {
        return transaction.query(A_PAGE, Hold::hold, after, most);
    }

    /**
     * @return whether there is such a person
     */
    static boolean save(
            StoreTransaction transaction,
            long person,
            String reason,
            @Nullable Instant until,
            String heldBy,
            Instant now)
            throws SQLException {
        return transaction.update(SAVE, reason, heldBy, now, until, person) == 1;
    }

    /**
     * From now on Entra decides again; whoever has left meanwhile is looked at anew.
     *
     * @return whether he was held
     */
    static boolean release(StoreTransaction transaction, long person) throws SQLException {
        return transaction.update(RELEASE, person) == 1;
    }

    private static Hold hold(StoredRow row) throws SQLException {
        return new Hold(
                row.number("user_id"),
                row.text("name"),
                row.text("email"),
                row.text("reason"),
                row.text("held_by"),
                row.instant("held_at"),
                row.maybeInstant("until"));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "Hold[" + userId + "]";
    }
}
