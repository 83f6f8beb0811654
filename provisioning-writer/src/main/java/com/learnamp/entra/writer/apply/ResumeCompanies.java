package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.writer.company.Lane;
import com.learnamp.entra.writer.company.StoreUnavailable;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Goes on where a company's writes stood still.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>{@code provisioning.set_aside}, of companies that are paused no more</td></tr>
 * <tr><td>out</td><td>what the commands say, as if they came now</td></tr>
 * <tr><td>state</td><td>the rows: deleted when they are carried out</td></tr>
 * <tr><td>duplicates</td><td>after a crash between the two they are carried out again, which changes
 *     nothing</td></tr>
 * <tr><td>order</td><td>as they came; what comes meanwhile goes behind them</td></tr>
 * <tr><td>permanent failure</td><td>parked, like any other command</td></tr>
 * <tr><td>transient failure</td><td>the next tick</td></tr>
 * </table>
 */
@ApplicationScoped
class ResumeCompanies {

    private static final Logger LOG = Logger.getLogger(ResumeCompanies.class);
    private static final String COMPANIES = "SELECT provisioning.companies_to_resume(?)";

    /** Beside the locks of companies and of the relays: one process resumes a company. */
    private static final String ALONE =
            "SELECT pg_try_advisory_xact_lock(7025, (? % 2147483647)::integer)";

    private final DataSource store;
    private final SetAside setAside;
    private final ApplyCompanyWork company;
    private final ApplyConfig config;

    ResumeCompanies(
            DataSource store, SetAside setAside, ApplyCompanyWork company, ApplyConfig config) {
        this.store = store;
        this.setAside = setAside;
        this.company = company;
        this.config = config;
    }

    @Scheduled(
            every = "${writer.resume.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void resume() {
        try {
            for (Lane lane : Lane.values()) {
                for (CompanyId one : companies(lane)) {
                    resume(one, lane);
                }
            }
        } catch (StoreUnavailable | SQLException e) {
            LOG.warnf("bad weather, companies resume later cause=%s", e.getClass().getName());
        }
    }

    private void resume(CompanyId one, Lane lane) throws SQLException {
        try (Connection connection = store.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (isAlone(connection, one)) {
                    carryOut(one, lane);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** A pause that comes meanwhile is heeded after the batch. */
    private void carryOut(CompanyId one, Lane lane) throws SQLException {
        int done = 1;
        while (done > 0 && companies(lane).contains(one)) {
            List<ConsumerRecord<String, byte[]>> records =
                    setAside.next(one, lane, config.mostPeople());
            company.carryOut(one, CompanyWork.of(records), lane);
            done = setAside.done(one, lane, records);
        }
    }

    private static boolean isAlone(Connection connection, CompanyId one) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ALONE)) {
            lock.setLong(1, one.value());
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private List<CompanyId> companies(Lane lane) throws SQLException {
        try (Connection connection = store.getConnection();
                PreparedStatement ask = connection.prepareStatement(COMPANIES)) {
            ask.setString(1, lane.label());
            List<CompanyId> companies = new ArrayList<>();
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    companies.add(new CompanyId(rows.getLong(1)));
                }
            }
            return companies;
        }
    }
}
