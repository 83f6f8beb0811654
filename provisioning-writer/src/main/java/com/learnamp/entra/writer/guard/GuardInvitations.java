package com.learnamp.entra.writer.guard;

import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Invitations that leave without anybody asking, braked when they are due: those of a run together,
 * those of one hire date together. An approval needs no new look, since whoever is not to be
 * invited any more is left out when they are sent.
 */
public final class GuardInvitations {

    private static final String DUE =
            """
            SELECT i.user_id, l.object_id, u.first_name || ' ' || u.last_name AS name, u.email
            FROM provisioning.invitations i
            JOIN provisioning.ledger l ON l.company_id = i.company_id AND l.user_id = i.user_id
            JOIN learnamp.users u ON u.company_id = i.company_id AND u.id = i.user_id
            WHERE i.company_id = ? AND i.state = 'due' AND i.due_at <= ? AND i.let_through_at IS NULL
              AND i.requested_by IS NULL
            """;

    private static final String LET_THROUGH =
            "UPDATE provisioning.invitations SET let_through_at = ? WHERE company_id = ? AND user_id = ANY (?)";

    private static final String KEEP_BACK =
            "UPDATE provisioning.invitations SET state = 'kept_back' WHERE company_id = ? AND user_id = ANY (?)";

    /** Whoever was invited by hand meanwhile waits for nothing. */
    private static final String SETTLE =
            """
            DELETE FROM provisioning.withheld w
            WHERE w.company_id = ? AND w.kind = 'invitation'
              AND NOT EXISTS (SELECT FROM provisioning.invitations i
                              WHERE i.company_id = w.company_id AND i.user_id = w.user_id AND i.state = 'kept_back')
            """;

    private static final String APPROVED =
            """
            WITH approved AS (
                DELETE FROM provisioning.withheld
                WHERE company_id = ? AND kind = 'invitation' AND state = 'asked' RETURNING company_id, user_id)
            UPDATE provisioning.invitations i SET state = 'due', let_through_at = ?
            FROM approved a WHERE i.company_id = a.company_id AND i.user_id = a.user_id AND i.state = 'kept_back'
            """;

    /** He was deactivated while he waited: on his return he is counted anew. */
    private static final String FREED =
            """
            UPDATE provisioning.invitations i SET state = 'due'
            WHERE i.company_id = ? AND i.state = 'kept_back'
              AND NOT EXISTS (SELECT FROM provisioning.withheld w
                              WHERE w.company_id = i.company_id AND w.user_id = i.user_id AND w.kind = 'invitation')
            """;

    private GuardInvitations() {}

    private record Due(long user, UUID object, String name, String email) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Due[" + user + "]";
        }
    }

    /** Lets all that are due through, or keeps all of them back. */
    public static void brake(CompanyTransaction transaction, Instant now) throws SQLException {
        List<Due> due = transaction.query(DUE, GuardInvitations::due, transaction.company(), now);
        if (due.isEmpty()) {
            return;
        }
        Long[] users = due.stream().map(Due::user).toArray(Long[]::new);
        GuardSettings settings = GuardSettings.of(transaction);
        @Nullable Long most =
                Brake.exceeded(transaction, settings, Kind.INVITATION, users.length, now);
        if (most == null) {
            transaction.update(LET_THROUGH, now, transaction.company(), users);
            Brake.count(transaction, Kind.INVITATION, users.length, now);
            return;
        }
        UUID review =
                Review.open(
                        transaction,
                        Kind.INVITATION,
                        Review.Cause.OVER_LIMIT,
                        most,
                        settings.window(),
                        now);
        transaction.update(KEEP_BACK, transaction.company(), users);
        SaveWithheld.keepBack(
                transaction,
                Kind.INVITATION,
                due.stream().map(one -> row(one, review, now)).toList());
    }

    /** Carries out what admins have decided. */
    static void release(CompanyTransaction transaction, Instant now) throws SQLException {
        transaction.update(SETTLE, transaction.company());
        transaction.update(APPROVED, transaction.company(), now);
        transaction.update(FREED, transaction.company());
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getLong("user_id"),
                row.getObject("object_id", UUID.class),
                row.getString("name"),
                row.getString("email"));
    }

    private static Map<String, Object> row(Due due, UUID review, Instant now) {
        Map<String, Object> row = new HashMap<>();
        row.put("object_id", due.object());
        row.put("state", Withheld.State.REVIEW.label());
        row.put("review_id", review);
        row.put("user_id", due.user());
        row.put("name", due.name());
        row.put("email", due.email());
        row.put("reason", "not_invited");
        row.put("since", now);
        return row;
    }
}
