package com.learnamp.entra.writer.guard;

import com.learnamp.entra.contracts.SyncRequest.LookUpUser;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.AskForLooks;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One look at all that is kept back in a company. */
final class GuardTurn {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(8);

    private static final String GO_BLIND =
            """
            INSERT INTO provisioning.guard_blindness (company_id, blind_since) VALUES (?, ?)
            ON CONFLICT (company_id) DO NOTHING
            """;

    private static final String SEE_AGAIN =
            "DELETE FROM provisioning.guard_blindness WHERE company_id = ? RETURNING blind_since";

    private static final String MOVE_GRACE =
            """
            UPDATE provisioning.withheld SET due_at = due_at + (?::timestamptz - greatest(since, ?::timestamptz))
            WHERE company_id = ? AND due_at IS NOT NULL AND state <> 'asked'
            """;

    private static final String MOVE_REVIEWS =
            """
            UPDATE provisioning.reviews SET expires_at = expires_at + (?::timestamptz - greatest(opened_at, ?::timestamptz))
            WHERE company_id = ? AND state = 'open'
            """;

    private static final String END_HOLDS =
            "DELETE FROM provisioning.holds WHERE company_id = ? AND until <= ?";

    /** Whether the hold ended by itself or by an admin. */
    private static final String RELEASE =
            """
            UPDATE provisioning.withheld w SET state = 'released', asked_at = NULL
            WHERE w.company_id = ? AND w.state = 'held'
              AND NOT EXISTS (SELECT FROM provisioning.holds h WHERE h.company_id = w.company_id AND h.user_id = w.user_id)
            """;

    /** Whoever was deactivated by hand meanwhile waits for nothing. */
    private static final String FORGET_THE_DEACTIVATED =
            """
            DELETE FROM provisioning.withheld w USING learnamp.users u
            WHERE w.company_id = ? AND u.company_id = w.company_id AND u.id = w.user_id
              AND u.status = 'deactivated'
            """;

    private static final String ASK =
            """
            UPDATE provisioning.withheld w SET asked_at = ?, state = CASE w.state WHEN 'grace' THEN 'asked' ELSE w.state END
            WHERE w.company_id = ? AND (w.object_id, w.kind) IN (
                SELECT due.object_id, due.kind FROM provisioning.withheld due
                WHERE due.company_id = ?
                  AND (due.state = 'grace' AND due.due_at <= ?
                       OR due.state IN ('asked', 'released') AND (due.asked_at IS NULL OR due.asked_at <= ?))
                ORDER BY due.asked_at NULLS FIRST, due.object_id LIMIT ?)
            RETURNING w.object_id
            """;

    private static final String CLOSE =
            """
            UPDATE provisioning.reviews r SET state = 'closed', closed_at = ?
            WHERE r.company_id = ? AND r.state <> 'closed'
              AND NOT EXISTS (SELECT FROM provisioning.withheld w
                              WHERE w.company_id = r.company_id AND w.review_id = r.id AND w.state = 'review')
            RETURNING r.id
            """;

    private static final String EXPIRE =
            """
            UPDATE provisioning.reviews SET state = 'expired', told_at = NULL WHERE company_id = ? AND state = 'open' AND expires_at <= ?
            RETURNING id
            """;

    /**
     * A preview that was confirmed, or that nobody confirmed in time; not while the next one is
     * made.
     */
    private static final String END_PREVIEW =
            """
            WITH gone AS (
                DELETE FROM provisioning.previews p
                WHERE p.company_id = ? AND (p.expires_at <= ? OR p.confirmed_at IS NOT NULL)
                  AND NOT EXISTS (SELECT FROM provisioning.sync_runs r
                                  WHERE r.company_id = p.company_id AND r.state = 'running')
                RETURNING p.company_id)
            DELETE FROM provisioning.preview_people p USING gone WHERE p.company_id = gone.company_id
            """;

    private static final String ALARM =
            """
            INSERT INTO provisioning.attention (company_id, object_id, reason, epoch, counter, since)
            SELECT ?, unnest(?), 'review_expired', 0, 0, ? ON CONFLICT DO NOTHING
            """;

    private static final String END_ALARM =
            """
            DELETE FROM provisioning.attention
            WHERE company_id = ? AND object_id = ANY (?) AND reason = 'review_expired'
            """;

    private final CompanyTransaction transaction;
    private final GuardConfig config;
    private final Instant now;

    GuardTurn(CompanyTransaction transaction, GuardConfig config, Instant now) {
        this.transaction = transaction;
        this.config = config;
        this.now = now;
    }

    /**
     * @return how many looks were asked for
     */
    int take() throws SQLException {
        transaction.update(FORGET_THE_DEACTIVATED, transaction.company());
        GuardInvitations.release(transaction, now);
        closeReviews();
        transaction.update(END_PREVIEW, transaction.company(), now);
        if (!directoryIsSeen()) {
            transaction.update(GO_BLIND, transaction.company(), now);
            return 0;
        }
        moveTimers();
        transaction.update(END_HOLDS, transaction.company(), now);
        transaction.update(RELEASE, transaction.company());
        expireReviews();
        Brake.forget(transaction, now.minus(LONGEST_WINDOW));
        return ask();
    }

    private boolean directoryIsSeen() throws SQLException {
        return transaction
                .query("SELECT provisioning.directory_is_seen()", row -> row.getBoolean(1))
                .getFirst();
    }

    /** As long as nothing could be seen, time stood still. */
    private void moveTimers() throws SQLException {
        List<Instant> blind =
                transaction.query(
                        SEE_AGAIN,
                        row -> row.getTimestamp("blind_since").toInstant(),
                        transaction.company());
        for (Instant since : blind) {
            transaction.update(MOVE_GRACE, now, since, transaction.company());
            transaction.update(MOVE_REVIEWS, now, since, transaction.company());
        }
    }

    private void closeReviews() throws SQLException {
        List<UUID> closed =
                transaction.query(
                        CLOSE, row -> row.getObject(1, UUID.class), now, transaction.company());
        if (!closed.isEmpty()) {
            transaction.update(END_ALARM, transaction.company(), closed.toArray(UUID[]::new));
        }
    }

    private void expireReviews() throws SQLException {
        List<UUID> expired =
                transaction.query(
                        EXPIRE, row -> row.getObject(1, UUID.class), transaction.company(), now);
        if (!expired.isEmpty()) {
            transaction.update(ALARM, transaction.company(), expired.toArray(UUID[]::new), now);
        }
    }

    private int ask() throws SQLException {
        List<UUID> due =
                transaction.query(
                        ASK,
                        row -> row.getObject(1, UUID.class),
                        now,
                        transaction.company(),
                        transaction.company(),
                        now,
                        now.minus(config.askAgainAfter()),
                        config.mostLooks());
        AskForLooks.at(transaction, due, LookUpUser.Reason.KEPT_BACK, now);
        return due.size();
    }
}
