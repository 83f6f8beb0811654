package com.learnamp.entra.console.api;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's driver, which also asks for the plan of each query on learnamp's tables: on the same
 * connection, in the same transaction and so under the same policies, with the same parameters.
 */
public final class ExplainingDriver implements Driver {

    /** A statement that was run, and its plan if it was a query. */
    record Explained(String sql, String plan) {}

    static final List<Explained> STATEMENTS = new CopyOnWriteArrayList<>();

    private final Driver postgres = new org.postgresql.Driver();

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        @Nullable Connection connection = postgres.connect(url, properties);
        return connection == null ? null : explaining(connection);
    }

    private static Connection explaining(Connection connection) {
        return proxy(
                Connection.class,
                (_, method, arguments) -> {
                    @Nullable Object result = call(method, connection, arguments);
                    return result instanceof PreparedStatement statement
                            ? explaining(connection, statement, (String) arguments[0])
                            : result;
                });
    }

    private static PreparedStatement explaining(
            Connection connection, PreparedStatement statement, String sql) {
        Map<Integer, Setting> settings = new TreeMap<>();
        return proxy(
                PreparedStatement.class,
                (_, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        STATEMENTS.add(new Explained(sql, plan(connection, sql, settings)));
                    } else if (method.getName().startsWith("set")
                            && method.getParameterCount() > 1) {
                        settings.put((Integer) arguments[0], new Setting(method, arguments));
                    }
                    return call(method, statement, arguments);
                });
    }

    private static String plan(Connection connection, String sql, Map<Integer, Setting> settings)
            throws Throwable {
        if (!sql.contains("learnamp.") || sql.contains("set_config")) {
            return "";
        }
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
            for (Setting setting : settings.values()) {
                call(setting.method(), explain, setting.arguments());
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return String.join("\n", lines);
        }
    }

    private record Setting(Method method, Object[] arguments) {}

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        ExplainingDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(
            Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return postgres.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties)
            throws SQLException {
        return postgres.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return postgres.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return postgres.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return postgres.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws java.sql.SQLFeatureNotSupportedException {
        return postgres.getParentLogger();
    }
}
