package com.learnamp.entra.writer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into a database as its administrator; every value as text. */
record Rows(Connector connector) {

    /** Opens a connection to it. */
    interface Connector {
        Connection connect() throws SQLException;
    }

    Optional<Map<String, @Nullable String>> one(String sql, @Nullable Object... parameters) {
        return rows(sql, parameters).stream().findFirst();
    }

    long number(String sql, @Nullable Object... parameters) {
        return Long.parseLong(
                String.valueOf(one(sql, parameters).orElseThrow().values().iterator().next()));
    }

    List<Map<String, @Nullable String>> rows(String sql, @Nullable Object... parameters) {
        try (Connection connection = connector.connect();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<Map<String, @Nullable String>> read = new ArrayList<>();
            while (rows.next()) {
                read.add(row(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void execute(String sql, @Nullable Object... parameters) {
        try (Connection connection = connector.connect();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, @Nullable String> row(ResultSet rows) throws SQLException {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        for (int index = 1; index <= rows.getMetaData().getColumnCount(); index++) {
            row.put(rows.getMetaData().getColumnLabel(index), rows.getString(index));
        }
        return row;
    }

    private static PreparedStatement prepare(
            Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
        return statement;
    }
}
