package com.learnamp.entra.fetcher.lease;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tenants are owned. */
@ConfigMapping(prefix = "lease")
public interface LeaseConfig {

    /** How long a lease lasts without renewal; a dead owner is replaced after it. */
    @WithDefault("5s")
    Duration duration();

    /** How often leases are claimed and renewed, and the tables looked at for due work. */
    @WithDefault("500ms")
    Duration tick();

    /**
     * How many tenants are claimed in one tick, so that processes that start together share them.
     */
    @WithDefault("50")
    int claimsAtOnce();

    /** How many tenants are given back in one tick, when another process is there to own them. */
    @WithDefault("10")
    int givenBackAtOnce();
}
