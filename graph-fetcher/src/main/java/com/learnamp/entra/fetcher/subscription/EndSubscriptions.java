package com.learnamp.entra.fetcher.subscription;

import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphSubscriptions;
import jakarta.enterprise.context.ApplicationScoped;

/** With a tenant's last company its subscriptions go. */
@ApplicationScoped
class EndSubscriptions {

    private final DirectoryStore store;
    private final Subscriptions subscriptions;
    private final GraphTenants graph;
    private final SubscriptionConfig config;
    private final CountRequests counts;

    EndSubscriptions(
            DirectoryStore store,
            Subscriptions subscriptions,
            GraphTenants graph,
            SubscriptionConfig config,
            CountRequests counts) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.graph = graph;
        this.config = config;
        this.counts = counts;
    }

    void end(Lease lease) {
        boolean any = store.transaction(subscriptions::tenants).contains(lease.tenant());
        if (any && ended(lease)) {
            store.under(
                    lease,
                    connection -> {
                        subscriptions.forget(connection, lease.tenant());
                        return true;
                    });
        }
    }

    private boolean ended(Lease lease) {
        try {
            GraphSubscriptions tenant = graph.live(lease.tenant());
            String base = config.webhookBaseUrl().toString();
            tenant.subscriptions().stream()
                    .filter(found -> String.valueOf(found.notificationUrl()).startsWith(base))
                    .forEach(found -> tenant.unsubscribe(found.id()));
            return true;
        } catch (GraphException failure) {
            counts.failed(failure);
            // Where we are shut out of the tenant, Graph ends them by itself, at their expiry.
            return !failure.category().passing();
        }
    }
}
