package com.learnamp.entra.photo.store;

import com.learnamp.entra.contracts.CompanyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Short work on the store, each in a transaction of its own; never a call to Graph inside one. */
@ApplicationScoped
public class PhotoTransactions {

    /** Statements on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private final DataSource source;

    PhotoTransactions(DataSource source) {
        this.source = source;
    }

    /** On the queue, which is worked across companies. */
    public <T> T onQueue(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return committed(connection, work);
        } catch (SQLException e) {
            throw new StoreUnavailable(e);
        }
    }

    /** On one company's rows; no other company's are seen. */
    public <T> T of(CompanyId company, Work<T> work) {
        return onQueue(connection -> {
            run(connection, "SELECT set_config('learnamp.company_id', ?, true)", company);
            return work.run(connection);
        });
    }

    /** On one company's rows, alone: nobody else changes its people until the commit. */
    public <T> T locking(CompanyId company, Work<T> work) {
        return of(
                company,
                connection -> {
                    run(connection, "SELECT set_config('lock_timeout', ?, true)", "2s");
                    run(connection, "SELECT provisioning.lock_company(?::bigint)", company);
                    return work.run(connection);
                });
    }

    private static void run(Connection connection, String sql, Object parameter)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter.toString());
            statement.execute();
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.run(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
