package com.learnamp.entra.graph;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Subscriptions of this app in this tenant. */
public interface GraphSubscriptions {

    List<GraphSubscription> subscriptions();

    /** Empty when it is gone; gone is gone for good, so create another. */
    Optional<GraphSubscription> subscription(String id);

    /**
     * Graph calls both addresses before it answers.
     *
     * @throws GraphException {@code ALREADY_EXISTS} for the same resource and change type: list and
     *     adopt; {@code ENDPOINT_REFUSED} when Graph could not validate an address
     */
    GraphSubscription subscribe(SubscriptionRequest request);

    /**
     * Moves its end.
     *
     * @throws GraphException {@code NOT_FOUND} when it is gone: create another, never retry
     */
    GraphSubscription renewSubscription(String id, Instant expiration);

    /** Renews and moves it to another address; the lifecycle address can't be moved. */
    GraphSubscription renewSubscription(String id, Instant expiration, URI notificationUrl);

    /** Ends it; one that is gone already is fine. */
    void unsubscribe(String id);
}
