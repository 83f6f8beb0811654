package com.learnamp.entra.writer.guard;

import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.Json;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what is kept back, and forgets what is not any more. */
final class SaveWithheld {

    private static final String KEEP_BACK =
            """
            INSERT INTO provisioning.withheld AS w (
                company_id, object_id, kind, state, approved, review_id, user_id, name, email, reason, run_id, since,
                due_at)
            SELECT ?, r.object_id, ?, r.state, coalesce(r.approved, false), r.review_id, r.user_id, r.name, r.email,
                   r.reason, r.run_id, r.since, r.due_at
            FROM jsonb_to_recordset(?::jsonb) AS r(
                object_id uuid, state text, approved boolean, review_id uuid, user_id bigint, name text, email text,
                reason text, run_id uuid, since timestamptz, due_at timestamptz)
            ON CONFLICT (company_id, object_id, kind) DO UPDATE
            SET state = excluded.state, approved = excluded.approved,
                review_id = coalesce(excluded.review_id, w.review_id), user_id = excluded.user_id,
                name = excluded.name, email = excluded.email, reason = excluded.reason, run_id = excluded.run_id,
                due_at = excluded.due_at, asked_at = NULL
            """;

    private static final String SETTLE =
            """
            DELETE FROM provisioning.withheld
            WHERE company_id = ? AND object_id = ANY (?) AND kind = ?
            """;

    private SaveWithheld() {}

    /**
     * @param rows by column
     */
    static void keepBack(CompanyTransaction transaction, Kind kind, List<Map<String, Object>> rows)
            throws SQLException {
        if (!rows.isEmpty()) {
            transaction.update(KEEP_BACK, transaction.company(), kind.label(), Json.of(rows));
        }
    }

    /** Whoever has gone, or has returned, waits for nothing. */
    static void settle(CompanyTransaction transaction, Kind kind, Collection<UUID> objects)
            throws SQLException {
        if (!objects.isEmpty()) {
            transaction.update(
                    SETTLE, transaction.company(), objects.toArray(UUID[]::new), kind.label());
        }
    }
}
