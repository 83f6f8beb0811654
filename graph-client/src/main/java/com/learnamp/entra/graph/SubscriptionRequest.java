package com.learnamp.entra.graph;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * A subscription to be made.
 *
 * @param resource {@code /users} or {@code /groups}
 * @param changeType {@code updated,deleted}; Graph knows no {@code created} for directory objects
 * @param clientState at most 128 characters, echoed in each notification
 * @param expiration at most 41,760 minutes from now
 */
public record SubscriptionRequest(
        String resource,
        String changeType,
        URI notificationUrl,
        URI lifecycleNotificationUrl,
        String clientState,
        Instant expiration) {

    public SubscriptionRequest {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(changeType, "changeType");
        Objects.requireNonNull(notificationUrl, "notificationUrl");
        Objects.requireNonNull(lifecycleNotificationUrl, "lifecycleNotificationUrl");
        Objects.requireNonNull(expiration, "expiration");
        if (Objects.requireNonNull(clientState, "clientState").length() > 128) {
            throw new IllegalArgumentException(
                    "clientState has more than 128 characters: Graph would refuse it");
        }
    }

    /** Without the client state, which is what proves a notification. */
    @Override
    public String toString() {
        return "SubscriptionRequest[resource="
                + resource
                + ", changeType="
                + changeType
                + ", expiration="
                + expiration
                + "]";
    }
}
