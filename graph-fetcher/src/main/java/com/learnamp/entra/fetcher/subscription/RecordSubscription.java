package com.learnamp.entra.fetcher.subscription;

import com.learnamp.entra.fetcher.connection.Connections;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.WakeUps;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How a subscription stands, written down; and told to the admin where Graph will not call. */
@ApplicationScoped
class RecordSubscription {

    private static final Logger LOG = Logger.getLogger(RecordSubscription.class);

    private final DirectoryStore store;
    private final Subscriptions subscriptions;
    private final Connections connections;
    private final GraphTenants graph;
    private final WakeUps wakeUps;
    private final SubscriptionConfig config;
    private final Clock clock;

    RecordSubscription(
            DirectoryStore store,
            Subscriptions subscriptions,
            Connections connections,
            GraphTenants graph,
            WakeUps wakeUps,
            SubscriptionConfig config,
            Clock clock) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.connections = connections;
        this.graph = graph;
        this.wakeUps = wakeUps;
        this.config = config;
        this.clock = clock;
    }

    void stands(Lease lease, Wanted wanted, GraphSubscription found) {
        store.under(
                lease,
                connection -> {
                    subscriptions.stands(connection, wanted, found, clock.instant());
                    return true;
                });
    }

    void verified(Lease lease, Wanted wanted) {
        store.under(
                lease,
                connection -> {
                    subscriptions.verified(connection, wanted, clock.instant());
                    return true;
                });
    }

    void failed(Lease lease, Wanted wanted, SubscriptionState state, GraphException failure) {
        Instant next = clock.instant().plus(pause(state, failure));
        store.under(
                lease,
                connection -> {
                    subscriptions.failed(connection, wanted, failure, next);
                    return true;
                });
        LOG.warnf(
                "subscription can't be had tenant=%s resource=%s category=%s",
                lease.tenant(), wanted.resource().text(), failure.category());
        // From now on changes are followed more often.
        wakeUps.wake(lease.tenant(), TenantTask.Kind.FOLLOW);
    }

    private Duration pause(SubscriptionState state, GraphException failure) {
        int failures = state instanceof SubscriptionState.Failing failing ? failing.failures() : 0;
        Duration grown = config.firstPause().multipliedBy(1L << Math.min(failures, 10));
        Duration pause = grown.compareTo(config.longestPause()) < 0 ? grown : config.longestPause();
        return failure.retryAfter().filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
    }

    /** Everything works without being called, only later: that is no trouble, but worth a word. */
    void notice(Lease lease) {
        List<String> unknown = graph.unknownAttributes(lease.tenant()).stream().sorted().toList();
        store.under(
                lease,
                connection -> {
                    connections.notice(
                            connection,
                            lease.tenant(),
                            notice(connection, lease, unknown),
                            unknown);
                    return true;
                });
    }

    private @Nullable String notice(Connection connection, Lease lease, List<String> unknown)
            throws SQLException {
        List<String> missing = new ArrayList<>();
        for (Resource resource : Resource.values()) {
            Optional<String> why = subscriptions.lasting(connection, lease.tenant(), resource);
            why.ifPresent(reason -> missing.add(notice(resource, reason)));
        }
        unknown.forEach(attribute -> missing.add(unknown(attribute)));
        return missing.isEmpty() ? null : String.join(" ", missing);
    }

    private static String unknown(String attribute) {
        return "Your tenant has no attribute "
                + attribute
                + ": custom fields that are mapped from it stay as they are. Register it in Entra, or"
                + " change the mapping.";
    }

    private static String notice(Resource resource, String why) {
        return "Microsoft does not notify about changes of "
                + resource.text()
                + ", so they are looked for every minute. The reason: "
                + why;
    }
}
