package com.learnamp.entra.fetcher.connection;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.SyncRequest.CheckConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * {@code directory.pending_check} and {@code directory.connection_checks}. A company that is just
 * being set up has no lease and no owner: any process may claim its check, for some minutes.
 */
@ApplicationScoped
public class PendingChecks {

    private static final String QUEUE =
            """
            INSERT INTO directory.pending_check (check_id, company_id, tenant_id, group_id, requested_at)
            SELECT ?, ?, ?, ?, ?
            WHERE NOT EXISTS (SELECT FROM directory.connection_checks WHERE check_id = ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String CLAIM =
            """
            UPDATE directory.pending_check SET claimed_until = clock_timestamp() + interval '3 minutes'
            WHERE check_id IN (SELECT check_id FROM directory.pending_check
                WHERE claimed_until IS NULL OR claimed_until < clock_timestamp()
                ORDER BY requested_at LIMIT 10 FOR UPDATE SKIP LOCKED)
            RETURNING company_id, check_id, tenant_id, group_id, requested_at
            """;

    private static final String ANSWER =
            """
            INSERT INTO directory.connection_checks
                (check_id, company_id, tenant_id, group_id, outcome, message, group_name, tenant_name)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String DONE = "DELETE FROM directory.pending_check WHERE check_id = ?";

    public void queue(Connection connection, CheckConnection check) throws SQLException {
        try (PreparedStatement queue = connection.prepareStatement(QUEUE)) {
            queue.setObject(1, check.check());
            queue.setLong(2, check.company().value());
            queue.setObject(3, check.tenant().value());
            queue.setObject(4, check.group().value());
            queue.setObject(5, check.requestedAt().atOffset(ZoneOffset.UTC));
            queue.setObject(6, check.check());
            queue.executeUpdate();
        }
    }

    List<CheckConnection> claim(Connection connection) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM);
                ResultSet rows = claim.executeQuery()) {
            List<CheckConnection> claimed = new ArrayList<>();
            while (rows.next()) {
                claimed.add(
                        new CheckConnection(
                                new CompanyId(rows.getLong(1)),
                                rows.getObject(2, UUID.class),
                                new EntraTenantId(rows.getObject(3, UUID.class)),
                                new EntraObjectId(rows.getObject(4, UUID.class)),
                                rows.getObject(5, OffsetDateTime.class).toInstant()));
            }
            return claimed;
        }
    }

    void answer(Connection connection, CheckConnection check, CheckOutcome outcome)
            throws SQLException {
        try (PreparedStatement answer = connection.prepareStatement(ANSWER);
                PreparedStatement done = connection.prepareStatement(DONE)) {
            answer.setObject(1, check.check());
            answer.setLong(2, check.company().value());
            answer.setObject(3, check.tenant().value());
            answer.setObject(4, check.group().value());
            answer.setString(5, outcome.word().text());
            answer.setString(6, outcome.message());
            answer.setString(7, outcome.groupName());
            answer.setString(8, outcome.tenantName());
            answer.executeUpdate();
            done.setObject(1, check.check());
            done.executeUpdate();
        }
    }
}
