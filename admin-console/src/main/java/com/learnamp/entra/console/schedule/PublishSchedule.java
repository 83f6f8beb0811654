package com.learnamp.entra.console.schedule;

import com.learnamp.entra.console.syncs.RequestRun;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Asks for each company's full sync, a day after its last one.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>a tick in every instance; {@code provisioning.integrations.next_full_at}</td></tr>
 * <tr><td>out</td><td>a run, by the outbox</td></tr>
 * <tr><td>state</td><td>when the next one is due, set with the run</td></tr>
 * <tr><td>duplicates</td><td>whether a company is due is asked again under its lock: of two ticks at
 *     once, the second finds it done</td></tr>
 * <tr><td>order</td><td>the longest due first</td></tr>
 * <tr><td>permanent failure</td><td>one company's failure is logged and delays no other</td></tr>
 * <tr><td>transient failure</td><td>the next tick</td></tr>
 * </table>
 */
@ApplicationScoped
class PublishSchedule {

    private static final Logger LOG = Logger.getLogger(PublishSchedule.class);
    private static final Duration A_DAY = Duration.ofHours(24);

    private static final String DUE = "SELECT provisioning.companies_due_for_sync(?, ?) AS id";

    private static final String STILL_DUE =
            """
            SELECT revision FROM provisioning.integrations
            WHERE company_id = ? AND status = 'active' AND next_full_at <= ?
            """;

    private static final String POSTPONE =
            "UPDATE provisioning.integrations SET next_full_at = ? WHERE company_id = ?";

    private final CompanyScope scope;
    private final RequestRun runs;
    private final ScheduleConfig config;
    private final Clock clock;

    PublishSchedule(CompanyScope scope, RequestRun runs, ScheduleConfig config, Clock clock) {
        this.scope = scope;
        this.runs = runs;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${console.schedule.every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        Instant now = clock.instant();
        for (CompanyId company : due(now)) {
            try {
                scope.locked(company, transaction -> publish(transaction, company, now));
            } catch (RuntimeException e) {
                LOG.errorf(e, "a due sync could not be asked for company=%s", company);
            }
        }
    }

    private List<CompanyId> due(Instant now) {
        return scope.ofNoCompany(transaction ->
                transaction.query(
                        DUE, row -> new CompanyId(row.number("id")), now, config.mostAtOnce()));
    }

    private boolean publish(StoreTransaction transaction, CompanyId company, Instant now)
            throws SQLException {
        Optional<Long> revision =
                transaction.first(STILL_DUE, row -> row.number("revision"), company.value(), now);
        if (revision.isEmpty()) {
            return false;
        }
        if (runs.joinable(transaction).isPresent()) {
            // Somebody else's press is today's sync.
            transaction.update(POSTPONE, now.plus(A_DAY), company.value());
            return false;
        }
        runs.begin(transaction, company, revision.get(), RunTrigger.SCHEDULE, null);
        return true;
    }
}
