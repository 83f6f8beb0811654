package com.learnamp.entra.writer.invite;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.guard.GuardInvitations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of {@code provisioning.invitations}, by the steps that a sender takes. */
final class Invitations {

    /** Why somebody needs a person's eye. */
    static final String REFUSED = "invitation_refused";

    static final String UNKNOWN = "invitation_unknown";

    private static final String COMPANIES =
            "SELECT provisioning.companies_with_due_invitations(?, 1000)";

    /**
     * Whoever has been deactivated is not invited; nor is he who is inside already, nor, once they
     * are sent by hand, anybody for whom nobody asked.
     */
    private static final String POSTPONE =
            """
            UPDATE provisioning.invitations i
            SET due_at = ?::timestamptz + interval '1 day'
            FROM learnamp.users u
            WHERE i.company_id = ? AND i.state = 'due' AND i.due_at <= ?
              AND u.company_id = i.company_id AND u.id = i.user_id
              AND (u.status NOT IN ('not_invited', 'invite_scheduled')
                   OR i.requested_by IS NULL AND EXISTS (
                       SELECT FROM provisioning.integrations s
                       WHERE s.company_id = i.company_id AND s.invitations = 'by_hand'))
            """;

    private static final String CLAIM =
            """
            UPDATE provisioning.invitations i
            SET state = 'sending', claimed_at = ?, attempts = i.attempts + 1
            FROM learnamp.users u, learnamp.companies c
            WHERE i.company_id = ? AND i.user_id IN (
                SELECT due.user_id FROM provisioning.invitations due
                WHERE due.company_id = ? AND due.state = 'due' AND due.due_at <= ?
                ORDER BY due.due_at, due.user_id LIMIT ?)
              AND u.company_id = i.company_id AND u.id = i.user_id AND c.id = i.company_id
            RETURNING i.user_id, u.email, u.first_name, u.language, c.name, i.attempts
            """;

    private static final String CUT_OFF =
            """
            UPDATE provisioning.invitations SET state = 'unknown', last_error = 'the sender was cut off'
            WHERE company_id = ? AND state = 'sending' AND claimed_at < ?
            RETURNING user_id
            """;

    private static final String SENT =
            """
            UPDATE provisioning.invitations SET state = 'sent', sent_at = ?, last_error = NULL
            WHERE company_id = ? AND user_id = ANY (?)
            """;

    private static final String SET =
            """
            UPDATE provisioning.invitations
            SET state = ?, due_at = ?, last_error = ?, attempts = attempts - ?
            WHERE company_id = ? AND user_id = ?
            """;

    private static final String RAISE =
            """
            INSERT INTO provisioning.attention AS a (company_id, object_id, reason, detail, epoch, counter, since)
            SELECT l.company_id, l.object_id, ?, ?, l.epoch, l.counter, ?
            FROM provisioning.ledger l
            WHERE l.company_id = ? AND l.user_id = ANY (?)
            ON CONFLICT (company_id, object_id, reason) DO UPDATE SET detail = excluded.detail
            """;

    private static final String SETTLE =
            """
            DELETE FROM provisioning.attention a
            USING provisioning.ledger l
            WHERE a.company_id = ? AND a.reason = ? AND l.company_id = a.company_id
              AND l.object_id = a.object_id AND l.user_id = ANY (?)
            """;

    private Invitations() {}

    /** Whose people wait, looked up across companies. */
    static List<CompanyId> companies(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COMPANIES)) {
            statement.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            List<CompanyId> companies = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    companies.add(new CompanyId(rows.getLong(1)));
                }
            }
            return companies;
        }
    }

    /** Takes what is due and within the limit, so that nobody else sends it. */
    static List<Invitation> claim(CompanyTransaction transaction, int most, Instant now)
            throws SQLException {
        transaction.update(POSTPONE, now, transaction.company(), now);
        GuardInvitations.brake(transaction, now);
        return transaction.query(
                CLAIM,
                row ->
                        new Invitation(
                                row.getLong("user_id"),
                                row.getString("email"),
                                row.getString("first_name"),
                                row.getString("language"),
                                row.getString("name"),
                                row.getInt("attempts")),
                now,
                transaction.company(),
                transaction.company(),
                now,
                most);
    }

    /** Gives up on what a dead sender took: it may have been sent, so it is never sent again. */
    static List<Long> cutOff(CompanyTransaction transaction, Instant claimedBefore)
            throws SQLException {
        return transaction.query(
                CUT_OFF, row -> row.getLong(1), transaction.company(), claimedBefore);
    }

    static void sent(CompanyTransaction transaction, Collection<Long> users, Instant now)
            throws SQLException {
        Long[] ids = users.toArray(Long[]::new);
        transaction.update(SENT, now, transaction.company(), ids);
        transaction.update(SETTLE, transaction.company(), REFUSED, ids);
    }

    /**
     * @param uncounted attempts that were none
     */
    static void set(
            CompanyTransaction transaction,
            long user,
            String state,
            Instant dueAt,
            @Nullable String error,
            int uncounted)
            throws SQLException {
        transaction.update(SET, state, dueAt, error, uncounted, transaction.company(), user);
    }

    static void raise(
            CompanyTransaction transaction,
            Collection<Long> users,
            String reason,
            String detail,
            Instant now)
            throws SQLException {
        transaction.update(
                RAISE, reason, detail, now, transaction.company(), users.toArray(Long[]::new));
    }
}
