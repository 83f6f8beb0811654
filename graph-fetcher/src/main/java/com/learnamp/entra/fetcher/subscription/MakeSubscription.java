package com.learnamp.entra.fetcher.subscription;

import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphException.Category;
import com.learnamp.entra.graph.GraphSubscription;
import com.learnamp.entra.graph.GraphSubscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One of ours is adopted where there is one, else it is made. */
@ApplicationScoped
class MakeSubscription {

    private final SubscriptionConfig config;
    private final Clock clock;

    MakeSubscription(SubscriptionConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    GraphSubscription make(GraphSubscriptions tenant, Wanted wanted) {
        Optional<GraphSubscription> adopted = adopt(tenant, wanted);
        if (adopted.isPresent()) {
            return tenant.renewSubscription(adopted.get().id(), expiration());
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

    /** Renews it; gone is gone for good, and another is made. */
    GraphSubscription renew(GraphSubscriptions tenant, Wanted wanted, String id) {
        try {
            return tenant.renewSubscription(id, expiration());
        } catch (GraphException failure) {
            if (failure.category() != Category.NOT_FOUND) {
                throw failure;
            }
            return make(tenant, wanted);
        }
    }

    /** One of the same kind that calls elsewhere gives way: Graph allows no second one. */
    private static Optional<GraphSubscription> adopt(GraphSubscriptions tenant, Wanted wanted) {
        List<GraphSubscription> found =
                tenant.subscriptions().stream().filter(wanted::isAbout).toList();
        found.stream()
                .filter(other -> !wanted.isMetBy(other))
                .forEach(other -> tenant.unsubscribe(other.id()));
        return found.stream().filter(wanted::isMetBy).findFirst();
    }

    private Instant expiration() {
        return clock.instant().plus(config.lifetime());
    }
}
