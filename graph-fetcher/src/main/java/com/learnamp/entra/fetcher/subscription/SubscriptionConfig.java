package com.learnamp.entra.fetcher.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How Graph is asked to call us. */
@ConfigMapping(prefix = "subscription")
public interface SubscriptionConfig {

    /** Where webhook-receiver can be reached from Microsoft; https, but for the simulator. */
    URI webhookBaseUrl();

    /**
     * {@code id=base64,id2=base64}: the first key signs, all of them are known. Shared with
     * webhook-receiver. Without a key there are no subscriptions, and syncs alone find changes.
     */
    Optional<String> keys();

    /** Graph allows 41,760 minutes. */
    @WithDefault("28d")
    Duration lifetime();

    /** How often it is seen whether there is anything to make, renew, verify or end. */
    @WithDefault("10s")
    Duration lookEvery();

    /** How often Graph is asked about a subscription: it does not say when one has died. */
    @WithDefault("10m")
    Duration verifyEvery();

    @WithDefault("30s")
    Duration firstPause();

    @WithDefault("1h")
    Duration longestPause();
}
