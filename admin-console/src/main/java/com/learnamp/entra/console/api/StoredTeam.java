package com.learnamp.entra.console.api;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A team as it is or as it shall be; the caller holds the company's lock.
 *
 * @param id 0 for one that is not made yet
 */
record StoredTeam(
        long id,
        String name,
        @Nullable String externalId,
        @Nullable Long parent,
        @Nullable Long manager) {

    static final StoredTeam NEW = new StoredTeam(0, "", null, null, null);

    private static final String SELECT =
            "SELECT id, name, integration_external_id, parent_team_id, manager_id FROM learnamp.teams";

    static Optional<StoredTeam> byId(StoreTransaction transaction, long id) throws SQLException {
        return transaction.first(SELECT + " WHERE id = ?", StoredTeam::team, id);
    }

    static Optional<StoredTeam> byExternalId(StoreTransaction transaction, String id)
            throws SQLException {
        return transaction.first(
                SELECT + " WHERE integration_external_id = ?", StoredTeam::team, id);
    }

    private static StoredTeam team(StoredRow row) throws SQLException {
        return new StoredTeam(
                row.number("id"),
                row.text("name"),
                row.maybeText("integration_external_id"),
                row.maybeNumber("parent_team_id"),
                row.maybeNumber("manager_id"));
    }
}
