package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.WakeUps;
import com.learnamp.entra.fetcher.run.ListingConfig;
import com.learnamp.entra.fetcher.run.Listings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * When so many people wait to be looked up that listing everybody costs less: then that is done, in
 * the bulk lane, and the queue keeps only those whom somebody asked about.
 */
@ApplicationScoped
class ListInstead {

    private static final Logger LOG = Logger.getLogger(ListInstead.class);

    /** What a look-up of one person costs, as one of ten. */
    private static final long UNITS = 5;

    private final DirectoryStore store;
    private final PendingLookUps pending;
    private final Listings listings;
    private final LookUpConfig config;
    private final ListingConfig listing;
    private final WakeUps wakeUps;
    private final Clock clock;

    ListInstead(
            DirectoryStore store,
            PendingLookUps pending,
            Listings listings,
            LookUpConfig config,
            ListingConfig listing,
            WakeUps wakeUps,
            Clock clock) {
        this.store = store;
        this.pending = pending;
        this.listings = listings;
        this.config = config;
        this.listing = listing;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    void whereItCostsLess(Lease lease, List<IntegrationSettings> companies) {
        Instant now = clock.instant();
        int relieved =
                store.under(
                        lease,
                        connection -> {
                            int due = pending.countDue(connection, lease.tenant(), now);
                            return due > config.most()
                                            && isCheaper(connection, due * UNITS, companies)
                                    ? list(connection, lease, companies, now)
                                    : 0;
                        });
        if (relieved > 0) {
            LOG.infof(
                    "listing instead of looking up tenant=%s people=%d", lease.tenant(), relieved);
            wakeUps.wake(lease.tenant(), TenantTask.Kind.LIST);
        }
    }

    /** By what the companies' last listings have cost; without one nobody knows. */
    private boolean isCheaper(
            Connection connection, long units, List<IntegrationSettings> companies)
            throws SQLException {
        long listed = 0;
        for (IntegrationSettings company : companies) {
            Optional<Long> last =
                    listings.unitsOfLastComplete(connection, company.company(), company.group());
            if (last.isEmpty()) {
                return false;
            }
            listed += last.get();
        }
        return listed < units;
    }

    private int list(
            Connection connection, Lease lease, List<IntegrationSettings> companies, Instant now)
            throws SQLException {
        for (IntegrationSettings company : companies) {
            listings.queueGroupChange(
                    connection, company, now, now.plus(listing.groupChangeDelay()));
        }
        return pending.dropDue(connection, lease.tenant(), now);
    }
}
