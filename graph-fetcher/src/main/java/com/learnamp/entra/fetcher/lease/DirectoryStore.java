package com.learnamp.entra.fetcher.lease;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The schema {@code directory}. What is written for a tenant under its lease is written where the
 * lease's epoch is still the newest, in the same transaction: a process that has lost the tenant
 * changes nothing, however late it wakes up.
 */
@ApplicationScoped
public class DirectoryStore {

    /** Short work in one transaction; never a call to Graph. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    // FOR SHARE: nobody can take the tenant over between this check and our commit.
    private static final String CHECK =
            "SELECT 1 FROM directory.tenant_lease WHERE tenant_id = ? AND epoch = ? FOR SHARE";

    private final DataSource source;

    DirectoryStore(DataSource source) {
        this.source = source;
    }

    /** For hints and requests, which any process may write down, and for reading. */
    public <T> T transaction(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return committed(connection, work);
        } catch (SQLException e) {
            throw new StoreUnavailable(e);
        }
    }

    /**
     * @throws LeaseLost if another process owns the tenant; nothing is written then
     */
    public <T> T under(Lease lease, Work<T> work) {
        return transaction(connection -> {
            fence(connection, lease);
            return work.run(connection);
        });
    }

    private static void fence(Connection connection, Lease lease) throws SQLException {
        try (PreparedStatement check = connection.prepareStatement(CHECK)) {
            check.setObject(1, lease.tenant().value());
            check.setLong(2, lease.epoch());
            try (ResultSet row = check.executeQuery()) {
                if (!row.next()) {
                    lease.lose();
                    throw new LeaseLost(lease.tenant());
                }
            }
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
