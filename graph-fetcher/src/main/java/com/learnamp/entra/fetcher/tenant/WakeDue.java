package com.learnamp.entra.fetcher.tenant;

import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.TenantTask.Kind;
import com.learnamp.entra.fetcher.lease.WakeUps;
import com.learnamp.entra.fetcher.lookup.PendingLookUps;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.fetcher.subscription.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Work that another process has written down, or whose time has come, wakes its thread here. */
@ApplicationScoped
class WakeDue {

    private final DirectoryStore store;
    private final PendingLookUps pending;
    private final Listings listings;
    private final Subscriptions subscriptions;
    private final WakeUps wakeUps;
    private final Clock clock;

    WakeDue(
            DirectoryStore store,
            PendingLookUps pending,
            Listings listings,
            Subscriptions subscriptions,
            WakeUps wakeUps,
            Clock clock) {
        this.store = store;
        this.pending = pending;
        this.listings = listings;
        this.subscriptions = subscriptions;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    void wake(Set<EntraTenantId> owned) {
        if (owned.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        store.transaction(connection -> {
            wake(pending.dueTenants(connection, owned, now), Kind.LOOK_UP);
            wake(listings.dueTenants(connection, owned, now), Kind.LIST);
            wake(subscriptions.dueTenants(connection, owned, now), Kind.SUBSCRIBE);
            return true;
        });
    }

    private void wake(List<EntraTenantId> tenants, Kind kind) {
        tenants.forEach(tenant -> wakeUps.wake(tenant, kind));
    }
}
