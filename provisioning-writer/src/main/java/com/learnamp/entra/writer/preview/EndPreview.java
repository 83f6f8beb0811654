package com.learnamp.entra.writer.preview;

import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * A preview is whole: whoever is bound and was not seen would leave, the figures are exact, and an
 * admin can confirm it for a while.
 */
public final class EndPreview {

    /** Of an earlier run. */
    private static final String FORGET =
            "DELETE FROM provisioning.preview_people WHERE company_id = ? AND (epoch, counter) < (?, ?)";

    private static final String LEAVERS =
            """
            INSERT INTO provisioning.preview_people (
                company_id, object_id, epoch, counter, outcome, reason, user_id)
            SELECT l.company_id, l.object_id, ?, ?, 'leaves', 'left_the_group', l.user_id
            FROM provisioning.ledger l JOIN learnamp.users u ON u.company_id = l.company_id AND u.id = l.user_id
            WHERE l.company_id = ? AND u.status <> 'deactivated'
            ON CONFLICT (company_id, object_id) DO NOTHING
            """;

    private static final String FIGURES =
            """
            UPDATE provisioning.sync_runs s
            SET created = c.created, linked = c.linked, updated = c.updated, unchanged = c.unchanged,
                reactivated = c.reactivated, rejected = c.rejected, waiting = c.leaves
            FROM (SELECT count(*) FILTER (WHERE outcome = 'created') AS created,
                         count(*) FILTER (WHERE outcome = 'linked') AS linked,
                         count(*) FILTER (WHERE outcome = 'updated') AS updated,
                         count(*) FILTER (WHERE outcome = 'unchanged') AS unchanged,
                         count(*) FILTER (WHERE outcome = 'reactivated') AS reactivated,
                         count(*) FILTER (WHERE outcome = 'rejected') AS rejected,
                         count(*) FILTER (WHERE outcome = 'leaves') AS leaves
                  FROM provisioning.preview_people WHERE company_id = ?) c
            WHERE s.company_id = ? AND s.id = ?
            """;

    /** Whoever was told of a preview of the same settings is not told again. */
    private static final String KEEP =
            """
            INSERT INTO provisioning.previews AS p (company_id, run_id, revision, made_at, expires_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (company_id) DO UPDATE
            SET run_id = excluded.run_id, made_at = excluded.made_at, expires_at = excluded.expires_at,
                told_at = CASE WHEN p.revision = excluded.revision THEN p.told_at END, revision = excluded.revision,
                confirmed_at = NULL, confirmed_by = NULL
            """;

    private EndPreview() {}

    /**
     * @param kept how long it can be confirmed
     */
    public static void of(
            CompanyTransaction transaction, RunEnded ended, Duration kept, Instant now)
            throws SQLException {
        Version first = ended.firstVersion();
        transaction.update(FORGET, transaction.company(), first.epoch(), first.counter());
        transaction.update(LEAVERS, first.epoch(), first.counter(), transaction.company());
        transaction.update(
                FIGURES, transaction.company(), transaction.company(), ended.run().value());
        transaction.update(
                KEEP,
                transaction.company(),
                ended.run().value(),
                ended.revision(),
                now,
                now.plus(kept));
    }
}
