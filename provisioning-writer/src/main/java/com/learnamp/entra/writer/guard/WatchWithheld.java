package com.learnamp.entra.writer.guard;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.writer.company.CompanyTransactions;
import com.learnamp.entra.writer.company.StoreUnavailable;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Looks after what is kept back: when its time has come, the person is looked at anew, and only
 * what that look says is done.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>{@code provisioning.withheld}, {@code holds}, {@code reviews}, {@code
 *     previews}: grace periods that end, approvals, holds that end, reviews that nobody
 *     reads</td></tr>
 * <tr><td>out</td><td>{@code entra.sync-requests.v1} by the outbox; an alarm under {@code
 *     attention}</td></tr>
 * <tr><td>state</td><td>the rows; since when the directory can't be seen</td></tr>
 * <tr><td>duplicates</td><td>a second look at somebody says the same</td></tr>
 * <tr><td>order</td><td>none</td></tr>
 * <tr><td>permanent failure</td><td>there is none</td></tr>
 * <tr><td>transient failure</td><td>the transaction rolls back; the next turn does the same. A look
 *     that is not answered is asked for again</td></tr>
 * </table>
 */
@ApplicationScoped
public class WatchWithheld {

    private static final Logger LOG = Logger.getLogger(WatchWithheld.class);

    private static final String COMPANIES = "SELECT provisioning.companies_to_guard(1000)";

    private final DataSource store;
    private final CompanyTransactions transactions;
    private final TellAdmins tellAdmins;
    private final GuardConfig config;
    private final Clock clock;

    WatchWithheld(
            DataSource store,
            CompanyTransactions transactions,
            TellAdmins tellAdmins,
            GuardConfig config,
            Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.tellAdmins = tellAdmins;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${writer.guard.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void watch() {
        try {
            companies().forEach(this::watch);
        } catch (StoreUnavailable | SQLException e) {
            LOG.warnf("bad weather, what is kept back waits cause=%s", e.getClass().getName());
        }
    }

    /** One company, now. */
    public void watch(CompanyId company) {
        transactions.run(
                company,
                transaction -> {
                    GuardTurn turn = new GuardTurn(transaction, config, clock.instant());
                    return turn.take();
                });
        tellAdmins.tell(company);
    }

    private List<CompanyId> companies() throws SQLException {
        try (Connection connection = store.getConnection();
                PreparedStatement statement = connection.prepareStatement(COMPANIES);
                ResultSet rows = statement.executeQuery()) {
            List<CompanyId> companies = new ArrayList<>();
            while (rows.next()) {
                companies.add(new CompanyId(rows.getLong(1)));
            }
            return companies;
        }
    }
}
