package com.learnamp.entra.console.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set of the relay. */
@ConfigMapping(prefix = "console.relay")
interface RelayConfig {

    /** How often it looks for what other services have put into the outbox. */
    @WithDefault("250ms")
    Duration every();

    /** How often it tries for an outbox that another instance holds. */
    @WithDefault("2s")
    Duration takeOverEvery();

    /** How many messages it takes at once. */
    @WithDefault("500")
    int most();

    /** Without a round for so long it counts as dead. */
    @WithDefault("60s")
    Duration deadAfter();
}
