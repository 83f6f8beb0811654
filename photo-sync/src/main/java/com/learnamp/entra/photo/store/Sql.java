package com.learnamp.entra.photo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements with their parameters in order. */
public final class Sql {

    private Sql() {}

    public static int update(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    public static PreparedStatement prepare(
            Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            Object parameter = parameters[index];
            statement.setObject(
                    index + 1,
                    parameter instanceof UUID[] ids
                            ? connection.createArrayOf("uuid", ids)
                            : parameter);
        }
        return statement;
    }
}
