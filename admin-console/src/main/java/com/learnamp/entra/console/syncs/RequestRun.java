package com.learnamp.entra.console.syncs;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.outbox.Outbox;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a run, or joins the one that is running.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>Sync users, a save of the settings, the schedule: in the caller's transaction,
 *     which holds the company's lock</td></tr>
 * <tr><td>out</td><td>{@code provisioning.sync_runs}; {@code entra.sync-requests.v1} by the
 *     outbox</td></tr>
 * <tr><td>state</td><td>the run's row; when the next full sync is due</td></tr>
 * <tr><td>duplicates</td><td>a company has one run at a time: a second press joins it, unless
 *     its reading is known to have failed</td></tr>
 * <tr><td>order</td><td>after the settings that it names, in the order of the outbox</td></tr>
 * <tr><td>permanent failure</td><td>a run that nobody ever ends is given up after a time, and the
 *     next request supersedes it</td></tr>
 * <tr><td>transient failure</td><td>the transaction rolls back, nothing was asked</td></tr>
 * </table>
 */
@ApplicationScoped
public class RequestRun {

    private static final Duration A_DAY = Duration.ofHours(24);

    private static final String SUPERSEDE =
            """
            UPDATE provisioning.sync_runs SET state = 'superseded', ended_at = ?
            WHERE company_id = ? AND state = 'running' AND trigger <> 'group_change'
            """;

    private static final String INSERT =
            """
            INSERT INTO provisioning.sync_runs (id, company_id, revision, trigger, requested_by, requested_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String SCHEDULE_NEXT =
            "UPDATE provisioning.integrations SET next_full_at = ? WHERE company_id = ?";

    private final RunsConfig config;
    private final Clock clock;

    RequestRun(RunsConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The run that whoever asks now joins. */
    public Optional<SyncRun> joinable(StoreTransaction transaction) throws SQLException {
        return SyncRunRows.running(transaction)
                .filter(run -> !isLost(run))
                .filter(run -> !run.hasStoppedReading());
    }

    /**
     * Begins one, in place of any other.
     *
     * @param requestedBy null where nobody pressed anything
     */
    public SyncRun begin(
            StoreTransaction transaction,
            CompanyId company,
            long revision,
            RunTrigger trigger,
            @Nullable String requestedBy)
            throws SQLException {
        Instant now = clock.instant();
        SyncRunId id = new SyncRunId(UUID.randomUUID());
        abandon(transaction, company);
        transaction.update(
                INSERT,
                id.value(),
                company.value(),
                revision,
                StoredWords.of(trigger),
                requestedBy,
                now);
        transaction.update(
                SCHEDULE_NEXT,
                trigger == RunTrigger.INITIAL
                        ? DaySlot.of(company).firstAfter(now)
                        : now.plus(A_DAY),
                company.value());
        Outbox.add(
                transaction,
                company,
                Topic.SYNC_REQUESTS,
                new SyncRequest.FullSync(company, id, revision, trigger, now));
        return SyncRunRows.find(transaction, id).orElseThrow();
    }

    /** Ends what is running: what it has said so far stands, what it says from now on is late. */
    public void abandon(StoreTransaction transaction, CompanyId company) throws SQLException {
        transaction.update(SUPERSEDE, clock.instant(), company.value());
    }

    private boolean isLost(SyncRun run) {
        return run.requestedAt().plus(config.giveUpAfter()).isBefore(clock.instant());
    }
}
