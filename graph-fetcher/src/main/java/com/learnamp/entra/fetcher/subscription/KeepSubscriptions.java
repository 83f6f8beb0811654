package com.learnamp.entra.fetcher.subscription;

import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.Turn;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphTenant;
import com.learnamp.entra.messaging.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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

    private final DirectoryStore store;
    private final Subscriptions subscriptions;
    private final MakeSubscription make;
    private final RecordSubscription record;
    private final EndSubscriptions end;
    private final SettingsTable settings;
    private final GraphTenants graph;
    private final SubscriptionConfig config;
    private final SigningKeys keys;
    private final CountRequests counts;
    private final Clock clock;

    KeepSubscriptions(
            DirectoryStore store,
            Subscriptions subscriptions,
            MakeSubscription make,
            RecordSubscription record,
            EndSubscriptions end,
            SettingsTable settings,
            GraphTenants graph,
            SubscriptionConfig config,
            CountRequests counts,
            Clock clock) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.make = make;
        this.record = record;
        this.end = end;
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
            end.end(lease);
        } else if (keys.signing().isPresent()) {
            SigningKeys.Key key = keys.signing().get();
            for (Resource resource : Resource.values()) {
                keep(lease, Wanted.of(config.webhookBaseUrl(), key, lease.tenant(), resource));
            }
            record.notice(lease);
        }
        return new Turn.Rest(config.lookEvery());
    }

    private void keep(Lease lease, Wanted wanted) {
        SubscriptionState state =
                store.transaction(connection ->
                        subscriptions.find(connection, lease.tenant(), wanted.resource()));
        GraphTenant tenant = graph.live(lease.tenant());
        try {
            switch (state.decide(wanted, clock.instant(), config.verifyEvery())) {
                case MAKE -> record.stands(lease, wanted, make.make(tenant, wanted));
                case RENEW ->
                        record.stands(
                                lease, wanted, make.renew(tenant, wanted, standing(state).id()));
                case VERIFY -> verify(lease, wanted, tenant, standing(state));
                case WAIT -> {}
            }
        } catch (GraphException failure) {
            counts.failed(failure);
            record.failed(lease, wanted, state, failure);
        }
    }

    private void verify(
            Lease lease, Wanted wanted, GraphTenant tenant, SubscriptionState.Standing standing) {
        if (tenant.subscription(standing.id()).isPresent()) {
            record.verified(lease, wanted);
        } else {
            LOG.warnf(
                    "subscription died in silence tenant=%s resource=%s",
                    lease.tenant(), wanted.resource().text());
            record.stands(lease, wanted, make.make(tenant, wanted));
        }
    }

    private static SubscriptionState.Standing standing(SubscriptionState state) {
        if (state instanceof SubscriptionState.Standing standing) {
            return standing;
        }
        throw new IllegalStateException("only a standing subscription is renewed or verified");
    }
}
