package com.learnamp.entra.photo.avatar;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.photo.store.PhotoTransactions;
import com.learnamp.entra.photo.store.StoreUnavailable;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Removes pictures that nobody has any more. Whatever a sweep leaves behind, killed or refused, the
 * next one finds.
 */
@ApplicationScoped
class SweepAvatars {

    private static final Logger LOG = Logger.getLogger(SweepAvatars.class);
    private static final int COMPANIES_AT_ONCE = 100;

    private final PhotoTransactions transactions;
    private final Duration unusedFor;

    SweepAvatars(PhotoTransactions transactions, AvatarsConfig config) {
        this.transactions = transactions;
        this.unusedFor = config.unusedFor();
    }

    @Scheduled(
            every = "${avatars.sweep:1h}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            companies().forEach(this::sweep);
        } catch (StoreUnavailable e) {
            LOG.warn("avatars that nobody has can't be swept now, the next sweep tries again");
        }
    }

    private List<CompanyId> companies() {
        return transactions.onQueue(connection ->
                Avatars.companiesWithUnused(connection, unusedFor, COMPANIES_AT_ONCE));
    }

    private void sweep(CompanyId company) {
        transactions.locking(
                company, connection -> Avatars.deleteUnused(connection, company, unusedFor));
    }
}
