package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.Change;
import com.learnamp.entra.writer.people.UserField;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * People who manage each other in a circle. They are stored as Entra has them, and each circle is
 * shown once, under one of its people, for as long as it lasts.
 */
final class ManagerLoops {

    static final String REASON = "manager_loop";

    /**
     * The circles through those whose manager has changed, and those that are shown already; each
     * by the first of its people whom the ledger knows.
     */
    private static final String SHOW =
            """
            WITH RECURSIVE asked(id) AS (
                SELECT unnest(?)
                UNION
                SELECT l.user_id FROM provisioning.attention a
                JOIN provisioning.ledger l ON l.company_id = a.company_id AND l.object_id = a.object_id
                WHERE a.company_id = ? AND a.reason = ?),
            chain(start, id) AS (
                SELECT u.id, u.manager_id FROM asked CROSS JOIN LATERAL (
                    SELECT x.id, x.manager_id FROM learnamp.users x
                    WHERE x.company_id = ? AND x.id = asked.id AND x.manager_id IS NOT NULL OFFSET 0) u
                UNION ALL
                SELECT c.start, u.manager_id FROM chain c CROSS JOIN LATERAL (
                    SELECT x.manager_id FROM learnamp.users x
                    WHERE x.company_id = ? AND x.id = c.id AND x.manager_id IS NOT NULL OFFSET 0) u
                WHERE c.id <> c.start
            ) CYCLE id SET comes_again USING path,
            loops AS (
                SELECT DISTINCT (
                    SELECT l.object_id FROM chain member
                    JOIN provisioning.ledger l ON l.company_id = ? AND l.user_id = member.id
                    WHERE member.start = closed.start AND NOT member.comes_again
                    ORDER BY member.id LIMIT 1) AS object_id
                FROM chain closed WHERE closed.id = closed.start),
            broken AS (
                DELETE FROM provisioning.attention a
                WHERE a.company_id = ? AND a.reason = ?
                  AND NOT EXISTS (SELECT FROM loops WHERE loops.object_id = a.object_id))
            INSERT INTO provisioning.attention (company_id, object_id, reason, epoch, counter, since)
            SELECT l.company_id, l.object_id, ?, l.epoch, l.counter, ? FROM loops
            JOIN provisioning.ledger l ON l.company_id = ? AND l.object_id = loops.object_id
            ON CONFLICT (company_id, object_id, reason) DO NOTHING
            """;

    private ManagerLoops() {}

    static void show(CompanyTransaction transaction, List<Change> changes, Instant now)
            throws SQLException {
        Long[] changed =
                changes.stream()
                        .filter(change -> change.changes(UserField.MANAGER))
                        .map(change -> change.person().id())
                        .toArray(Long[]::new);
        if (changed.length == 0) {
            return;
        }
        CompanyId company = transaction.company();
        transaction.update(
                SHOW, changed, company, REASON, company, company, company, company, REASON, REASON,
                now, company);
    }
}
