package com.learnamp.entra.receiver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set of the receiver. */
@ConfigMapping(prefix = "receiver")
interface ReceiverConfig {

    /** See {@link SubscriptionKeys#parse}. */
    String subscriptionKeys();

    /** How long Kafka may take for a request's items; Graph counts three seconds as too long. */
    @WithDefault("2s")
    Duration writeTimeout();

    /** How long after a failed write others are refused at once, before one tries again. */
    @WithDefault("1s")
    Duration pauseAfterFailure();

    /** How many requests are worked on at once; others are refused, and Graph comes again. */
    @WithDefault("200")
    int mostAtOnce();

    /** What is told to whoever is refused, in {@code Retry-After}. */
    @WithDefault("5s")
    Duration retryAfter();
}
