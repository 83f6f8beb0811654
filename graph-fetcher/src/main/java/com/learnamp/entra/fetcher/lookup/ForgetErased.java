package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.SyncRequest.ForgetUser;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.roster.RosterKey;
import com.learnamp.entra.messaging.RetryInPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Forgets somebody who was erased. Whoever asks has written down before that he was, so that what
 * is read from then on leaves him out; what is being written down at this moment is waited for.
 */
@ApplicationScoped
public class ForgetErased {

    /** Whatever is written under a lease holds its row: see {@link DirectoryStore#under}. */
    private static final String AWAIT_WRITERS =
            """
            SELECT FROM directory.tenant_lease t
            WHERE t.tenant_id IN (SELECT c.tenant_id FROM directory.connections c WHERE c.company_id = ?
                                  UNION SELECT r.tenant_id FROM directory.roster r WHERE r.company_id = ?)
            ORDER BY t.tenant_id FOR UPDATE
            """;

    private static final List<String> FORGET =
            List.of(
                    """
                    DELETE FROM directory.pending_lookup p
                    WHERE p.object_id = ?
                      AND p.tenant_id IN (SELECT r.tenant_id FROM directory.roster r WHERE r.company_id = ?)
                      AND NOT EXISTS (SELECT FROM directory.roster other
                                      WHERE other.tenant_id = p.tenant_id AND other.object_id = p.object_id
                                        AND other.company_id <> ?)
                    """,
                    """
                    DELETE FROM directory.listed_member m USING directory.listings l
                    WHERE m.object_id = ? AND l.run_id = m.run_id AND l.company_id = ? AND l.company_id = ?
                    """,
                    """
                    UPDATE directory.roster r SET manager_id = NULL
                    WHERE r.manager_id = ? AND r.company_id = ? AND r.company_id = ?
                    """,
                    """
                    UPDATE directory.roster r SET former_manager_id = NULL
                    WHERE r.former_manager_id = ? AND r.company_id = ? AND r.company_id = ?
                    """,
                    "DELETE FROM directory.roster r WHERE r.object_id = ? AND r.company_id = ? AND r.company_id = ?");

    private final DirectoryStore store;
    private final LeaveOutErased leaveOutErased;

    ForgetErased(DirectoryStore store, LeaveOutErased leaveOutErased) {
        this.store = store;
        this.leaveOutErased = leaveOutErased;
    }

    public void forget(ForgetUser request) {
        RosterKey person = new RosterKey(request.company(), request.user());
        RetryInPlace.run(
                "forgetting somebody",
                () -> {
                    store.transaction(connection -> forget(connection, person));
                    leaveOutErased.cover(List.of(person));
                });
    }

    private static boolean forget(Connection connection, RosterKey person) throws SQLException {
        long company = person.company().value();
        UUID object = person.object().value();
        try (PreparedStatement await = connection.prepareStatement(AWAIT_WRITERS)) {
            await.setLong(1, company);
            await.setLong(2, company);
            await.execute();
        }
        for (String statement : FORGET) {
            try (PreparedStatement forget = connection.prepareStatement(statement)) {
                forget.setObject(1, object);
                forget.setLong(2, company);
                forget.setLong(3, company);
                forget.executeUpdate();
            }
        }
        return true;
    }
}
