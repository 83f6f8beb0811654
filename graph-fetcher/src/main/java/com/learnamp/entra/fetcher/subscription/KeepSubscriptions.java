package com.learnamp.entra.fetcher.subscription;

import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.Turn;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphException.Category;
import com.learnamp.entra.graph.GraphSubscription;
import com.learnamp.entra.graph.GraphTenant;
import com.learnamp.entra.messaging.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Two subscriptions for each tenant with an active company, and none for others. Sync works without
 * them; so a failure is written down and tried again, and holds up nothing.
 *
 * <table>
 * <caption>Flow</caption>
 * <tr><td>in</td><td>the settings; Graph's subscriptions</td></tr>
 * <tr><td>out</td><td>Graph's subscriptions</td></tr>
 * <tr><td>state</td><td>{@code directory.subscriptions}</td></tr>
 * <tr><td>duplicates</td><td>Graph refuses a second one: the first is adopted</td></tr>
 * <tr><td>order</td><td>one owner</td></tr>
 * <tr><td>permanent failure</td><td>in the row, with a message; tried again ever more seldom</td></tr>
 * <tr><td>transient failure</td><td>likewise</td></tr>
 * </table>
 */
@ApplicationScoped
class KeepSubscriptions implements TenantTask {

    private static final Logger LOG = Logger.getLogger(KeepSubscriptions.class);
    private static final Turn REST = new Turn.Rest(Duration.ofSeconds(10));

    private final DirectoryStore store;
    private final Subscriptions subscriptions;
    private final SettingsTable settings;
    private final GraphTenants graph;
    private final SubscriptionConfig config;
    private final SigningKeys keys;
    private final CountRequests counts;
    private final Clock clock;

    KeepSubscriptions(
            DirectoryStore store,
            Subscriptions subscriptions,
            SettingsTable settings,
            GraphTenants graph,
            SubscriptionConfig config,
            CountRequests counts,
            Clock clock) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.graph = graph;
        this.config = config;
        this.keys = SigningKeys.parse(config.keys());
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.SUBSCRIBE;
    }

    @Override
    public Turn turn(Lease lease) {
        boolean active =
                settings.ofTenant(lease.tenant()).stream()
                        .anyMatch(company -> company.status() == IntegrationSettings.Status.ACTIVE);
        if (!active) {
            end(lease);
        } else if (keys.signing().isPresent()) {
            SigningKeys.Key key = keys.signing().get();
            for (Resource resource : Resource.values()) {
                keep(lease, Wanted.of(config.webhookBaseUrl(), key, lease.tenant(), resource));
            }
        }
        return REST;
    }

    private void keep(Lease lease, Wanted wanted) {
        SubscriptionState state =
                store.transaction(connection ->
                        subscriptions.find(connection, lease.tenant(), wanted.resource()));
        GraphTenant tenant = graph.live(lease.tenant());
        try {
            switch (state.decide(wanted, clock.instant(), config.verifyEvery())) {
                case MAKE -> stands(lease, wanted, make(tenant, wanted));
                case RENEW -> renew(lease, wanted, tenant, standing(state));
                case VERIFY -> verify(lease, wanted, tenant, standing(state));
                case WAIT -> {}
            }
        } catch (GraphException failure) {
            counts.failed(failure);
            failed(lease, wanted, state, failure);
        }
    }

    private GraphSubscription make(GraphTenant tenant, Wanted wanted) {
        Optional<GraphSubscription> adopted = adopt(tenant, wanted);
        if (adopted.isPresent()) {
            return renewed(tenant, adopted.get().id());
        }
        try {
            return tenant.subscribe(wanted.request(expiration()));
        } catch (GraphException failure) {
            if (failure.category() != Category.ALREADY_EXISTS) {
                throw failure;
            }
            // Made by an earlier owner a moment ago, or by a request whose answer was lost.
            return adopt(tenant, wanted).orElseThrow(() -> failure);
        }
    }

    /** One of ours, if there is; one of the same kind that calls elsewhere gives way. */
    private static Optional<GraphSubscription> adopt(GraphTenant tenant, Wanted wanted) {
        List<GraphSubscription> found =
                tenant.subscriptions().stream().filter(wanted::isAbout).toList();
        found.stream()
                .filter(other -> !wanted.isMetBy(other))
                .forEach(other -> tenant.unsubscribe(other.id()));
        return found.stream().filter(wanted::isMetBy).findFirst();
    }

    private void renew(
            Lease lease, Wanted wanted, GraphTenant tenant, SubscriptionState.Standing standing) {
        try {
            stands(lease, wanted, renewed(tenant, standing.id()));
        } catch (GraphException failure) {
            if (failure.category() != Category.NOT_FOUND) {
                throw failure;
            }
            stands(lease, wanted, make(tenant, wanted)); // Gone is gone for good.
        }
    }

    private void verify(
            Lease lease, Wanted wanted, GraphTenant tenant, SubscriptionState.Standing standing) {
        if (tenant.subscription(standing.id()).isPresent()) {
            store.under(
                    lease,
                    connection -> {
                        subscriptions.verified(connection, wanted, clock.instant());
                        return true;
                    });
        } else {
            LOG.warnf(
                    "subscription died in silence tenant=%s resource=%s",
                    lease.tenant(), wanted.resource().text());
            stands(lease, wanted, make(tenant, wanted));
        }
    }

    private void stands(Lease lease, Wanted wanted, GraphSubscription found) {
        store.under(
                lease,
                connection -> {
                    subscriptions.stands(connection, wanted, found, clock.instant());
                    return true;
                });
    }

    private void failed(
            Lease lease, Wanted wanted, SubscriptionState state, GraphException failure) {
        int failures = state instanceof SubscriptionState.Failing failing ? failing.failures() : 0;
        Duration grown = config.firstPause().multipliedBy(1L << Math.min(failures, 10));
        Duration pause = grown.compareTo(config.longestPause()) < 0 ? grown : config.longestPause();
        Instant next =
                clock.instant()
                        .plus(
                                failure.retryAfter()
                                        .filter(a -> a.compareTo(pause) > 0)
                                        .orElse(pause));
        store.under(
                lease,
                connection -> {
                    subscriptions.failed(connection, wanted, failure, next);
                    return true;
                });
        LOG.warnf(
                "subscription can't be had tenant=%s resource=%s category=%s",
                lease.tenant(), wanted.resource().text(), failure.category());
    }

    private void end(Lease lease) {
        EntraTenantId tenant = lease.tenant();
        if (!store.transaction(subscriptions::tenants).contains(tenant)) {
            return;
        }
        try {
            GraphTenant there = graph.live(tenant);
            String base = config.webhookBaseUrl().toString();
            there.subscriptions().stream()
                    .filter(found -> String.valueOf(found.notificationUrl()).startsWith(base))
                    .forEach(found -> there.unsubscribe(found.id()));
        } catch (GraphException failure) {
            counts.failed(failure);
            if (failure.category().passing()) {
                return; // Tried again in a moment.
            }
            // We are shut out of the tenant: Graph ends them by itself, at their expiry.
        }
        store.under(
                lease,
                connection -> {
                    subscriptions.forget(connection, tenant);
                    return true;
                });
    }

    private GraphSubscription renewed(GraphTenant tenant, String id) {
        return tenant.renewSubscription(id, expiration());
    }

    private Instant expiration() {
        return clock.instant().plus(config.lifetime());
    }

    private static SubscriptionState.Standing standing(SubscriptionState state) {
        if (state instanceof SubscriptionState.Standing standing) {
            return standing;
        }
        throw new IllegalStateException("only a standing subscription is renewed or verified");
    }
}
