package com.learnamp.entra.writer.company;

import com.learnamp.entra.contracts.CompanyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens the writer's transactions. Each works for one company and holds its lock until the end, so
 * that what is read in it stays true until it commits; the statements after the lock see everything
 * that was committed before it was given.
 */
@ApplicationScoped
public class CompanyTransactions {

    private static final String FOR_COMPANY =
            """
            SELECT set_config('learnamp.company_id', ?, true),
                   set_config('lock_timeout', ?, true),
                   set_config('idle_in_transaction_session_timeout', ?, true),
                   set_config('learnamp.lane', ?, true)
            """;
    private static final String LOCK = "SELECT provisioning.lock_company(?)";

    /** What is done in a transaction. */
    public interface Work<T> {
        T in(CompanyTransaction transaction) throws SQLException;
    }

    private final DataSource store;
    private final StoreConfig config;

    CompanyTransactions(DataSource store, StoreConfig config) {
        this.store = store;
        this.config = config;
    }

    /** As {@link #run(CompanyId, Lane, Work)}, for live work. */
    public <T> T run(CompanyId company, Work<T> work) {
        return run(company, Lane.LIVE, work);
    }

    /**
     * @param lane of the events that the work leaves in the outbox
     * @return what the work gave, committed
     * @throws StoreUnavailable if it may succeed another time
     * @throws RefusedByStore if the store will never take it
     */
    public <T> T run(CompanyId company, Lane lane, Work<T> work) {
        try (Connection connection = store.getConnection()) {
            connection.setAutoCommit(false);
            try {
                begin(company, lane, connection);
                T result = work.in(new CompanyTransaction(company, connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw told(e);
        }
    }

    private void begin(CompanyId company, Lane lane, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FOR_COMPANY)) {
            statement.setString(1, company.toString());
            statement.setString(2, Long.toString(config.lockTimeout().toMillis()));
            statement.setString(3, Long.toString(config.idleTimeout().toMillis()));
            statement.setString(4, lane.label());
            statement.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setLong(1, company.value());
            statement.execute();
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Classes 22 and 23 blame the data; everything else may pass. */
    static RuntimeException told(SQLException e) {
        @Nullable String state = e.getSQLState();
        boolean data = state != null && (state.startsWith("22") || state.startsWith("23"));
        return data ? new RefusedByStore(e) : new StoreUnavailable(e);
    }
}
