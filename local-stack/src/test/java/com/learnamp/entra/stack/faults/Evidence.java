package com.learnamp.entra.stack.faults;

import com.learnamp.entra.stack.system.StoreReading;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All that is known of a person, for whoever has to find out how a difference came about. */
record Evidence(TroubledTenant tenant, StoreReading store) {

    private static final List<String> TABLES =
            List.of(
                    "SELECT kind, cause, reason, changes, noticed_at, observed_at, written_at"
                            + " FROM provisioning.history WHERE object_id = ? ORDER BY written_at",
                    "SELECT * FROM provisioning.ledger WHERE object_id = ?",
                    "SELECT * FROM provisioning.attention WHERE object_id = ?",
                    "SELECT * FROM directory.roster WHERE object_id = ?",
                    "SELECT * FROM directory.pending_lookup WHERE object_id = ?");

    List<String> of(String person) throws SQLException {
        List<String> lines = new ArrayList<>();
        tenant.directory()
                .send("GET", "/simulator/history?object=" + person, "")
                .forEach(change -> lines.add("directory: " + change));
        try (Connection connection = store.stack().connectToStore()) {
            for (String query : TABLES) {
                lines.addAll(rows(connection, query, person));
            }
        }
        return lines;
    }

    private static List<String> rows(Connection connection, String query, String person)
            throws SQLException {
        String table = query.replaceAll("(?s).*FROM (\\S+).*", "$1");
        List<String> lines = new ArrayList<>();
        try (PreparedStatement find = connection.prepareStatement(query)) {
            find.setObject(1, UUID.fromString(person));
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        values.add(
                                rows.getMetaData().getColumnName(column)
                                        + "="
                                        + rows.getString(column));
                    }
                    lines.add(table + ": " + String.join(" ", values));
                }
            }
        }
        return lines;
    }
}
