package com.learnamp.entra.fetcher;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.CompanyId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** What the console reads of the fetcher's rows. */
final class Store {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Store() {}

    static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE);
    }

    /** State and category of a company's connection, e.g. {@code stopped GROUP_EMPTY}. */
    static String connection(CompanyId company) {
        return text(
                        "SELECT concat_ws(' ', state, category) FROM directory.connections WHERE company_id = ?",
                        company.value())
                .orElse("");
    }

    static void awaitConnection(CompanyId company, String expected) {
        await().until(() -> connection(company).equals(expected));
    }

    static String awaitCheck(UUID check) {
        return await().until(
                        () ->
                                text(
                                        "SELECT outcome FROM directory.connection_checks WHERE check_id = ?",
                                        check),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** As if another process had done it, or not lived to do it. */
    static void change(String statement, Object... parameters) {
        try (Connection connection = BackingServices.connectToStore();
                PreparedStatement change = connection.prepareStatement(statement)) {
            for (int index = 0; index < parameters.length; index++) {
                change.setObject(index + 1, parameters[index]);
            }
            change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A table that may be read and not written, until it is opened. */
    static Closed close(String table) {
        try {
            Connection connection = BackingServices.connectToStore();
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                lock.execute("LOCK TABLE " + table + " IN SHARE MODE");
            }
            return new Closed(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    record Closed(Connection connection) implements AutoCloseable {
        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Optional<String> text(String query, Object parameter) {
        try (Connection connection = BackingServices.connectToStore();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
