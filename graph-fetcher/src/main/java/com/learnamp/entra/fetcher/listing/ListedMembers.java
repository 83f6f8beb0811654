package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.lease.ArrayColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * {@code directory.listed_member}: the people whom a run has found in scope, and who of them is
 * still to be published. In the database and not in memory, so that a scope of any size fits and a
 * successor can go on.
 */
@ApplicationScoped
class ListedMembers {

    private static final String ADD =
            """
            INSERT INTO directory.listed_member (run_id, object_id, epoch, counter, published)
            SELECT ?, o, ?, ?, false FROM unnest(?) AS o
            ON CONFLICT (run_id, object_id) DO NOTHING
            """;

    private static final String PUBLISHED =
            "UPDATE directory.listed_member SET published = true"
                    + " WHERE run_id = ? AND object_id = ANY (?)";

    private static final String OPEN_AMONG =
            "SELECT object_id, epoch, counter FROM directory.listed_member"
                    + " WHERE run_id = ? AND object_id = ANY (?) AND NOT published";

    private static final String OPEN =
            "SELECT object_id, epoch, counter FROM directory.listed_member"
                    + " WHERE run_id = ? AND NOT published ORDER BY object_id LIMIT ?";

    private static final String COUNT_OPEN =
            "SELECT count(*) FROM directory.listed_member WHERE run_id = ? AND NOT published";

    /** Found, and not published yet. */
    void add(
            Connection connection, SyncRunId run, Collection<EntraObjectId> people, Version version)
            throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, run.value());
            add.setLong(2, version.epoch());
            add.setLong(3, version.counter());
            new ArrayColumns<>(connection, add, people).bind(4, "uuid", EntraObjectId::value);
            add.executeUpdate();
        }
    }

    void published(Connection connection, SyncRunId run, Collection<EntraObjectId> people)
            throws SQLException {
        try (PreparedStatement published = connection.prepareStatement(PUBLISHED)) {
            published.setObject(1, run.value());
            new ArrayColumns<>(connection, published, people).bind(2, "uuid", EntraObjectId::value);
            published.executeUpdate();
        }
    }

    /** Those of the people who are in scope and not published yet, with when that was read. */
    Map<EntraObjectId, Version> openAmong(
            Connection connection, SyncRunId run, Collection<EntraObjectId> people)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(OPEN_AMONG)) {
            find.setObject(1, run.value());
            new ArrayColumns<>(connection, find, people).bind(2, "uuid", EntraObjectId::value);
            return members(find);
        }
    }

    Map<EntraObjectId, Version> open(Connection connection, SyncRunId run, int most)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(OPEN)) {
            find.setObject(1, run.value());
            find.setInt(2, most);
            return members(find);
        }
    }

    long count(Connection connection, SyncRunId run) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement(
                        "SELECT count(*) FROM directory.listed_member WHERE run_id = ?")) {
            count.setObject(1, run.value());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** How many are not published yet. */
    long countOpen(Connection connection, SyncRunId run) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT_OPEN)) {
            count.setObject(1, run.value());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void forget(Connection connection, SyncRunId run) throws SQLException {
        try (PreparedStatement forget =
                connection.prepareStatement(
                        "DELETE FROM directory.listed_member WHERE run_id = ?")) {
            forget.setObject(1, run.value());
            forget.executeUpdate();
        }
    }

    private static Map<EntraObjectId, Version> members(PreparedStatement find) throws SQLException {
        Map<EntraObjectId, Version> members = new LinkedHashMap<>();
        try (ResultSet rows = find.executeQuery()) {
            while (rows.next()) {
                members.put(
                        new EntraObjectId(rows.getObject(1, UUID.class)),
                        new Version(rows.getLong(2), rows.getLong(3)));
            }
        }
        return members;
    }
}
