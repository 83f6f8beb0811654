package com.learnamp.entra.worlds;

import com.learnamp.entra.backing.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One connection of the writer, kept open between transactions, and one that sees everything. */
final class Store implements AutoCloseable {

    private final Connection writer;
    private final Connection administrator;

    Store(Database database) throws SQLException {
        this.writer =
                DriverManager.getConnection(
                        database.jdbcUrl() + "?options=-c%20jit=off",
                        "provisioning_writer",
                        "provisioning_writer");
        this.administrator = database.connect();
    }

    DataSource ofWriter() {
        Connection kept =
                (Connection)
                        Proxy.newProxyInstance(
                                Store.class.getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (proxy, method, arguments) -> {
                                    try {
                                        return method.getName().equals("close")
                                                ? null
                                                : method.invoke(writer, arguments);
                                    } catch (InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
        return (DataSource)
                Proxy.newProxyInstance(
                        Store.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> kept);
    }

    /** Every value as text. */
    List<Map<String, @Nullable String>> rows(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<Map<String, @Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                for (int index = 1; index <= result.getMetaData().getColumnCount(); index++) {
                    row.put(result.getMetaData().getColumnLabel(index), result.getString(index));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    long number(String sql, @Nullable Object... parameters) {
        return Long.parseLong(
                String.valueOf(rows(sql, parameters).getFirst().values().iterator().next()));
    }

    void execute(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = administrator.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        writer.close();
        administrator.close();
    }
}
