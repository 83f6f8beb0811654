package com.learnamp.entra.fetcher.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How connections to tenants are watched. */
@ConfigMapping(prefix = "connection")
public interface ConnectionConfig {

    /** How often a connection that was not well is looked at again. */
    @WithDefault("30s")
    Duration watchEvery();
}
