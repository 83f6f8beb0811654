package com.learnamp.entra.graph;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A subscription as Graph tells it. It never tells the client state. */
public record GraphSubscription(
        String id,
        String resource,
        String changeType,
        @Nullable String notificationUrl,
        @Nullable String lifecycleNotificationUrl,
        Instant expiration) {

    public GraphSubscription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(changeType, "changeType");
        Objects.requireNonNull(expiration, "expiration");
    }
}
