package com.learnamp.entra.writer.company;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the writer waits at the store. */
@ConfigMapping(prefix = "writer.store")
interface StoreConfig {

    /** For a company's lock, and for any other; afterwards the transaction is tried anew. */
    @WithDefault("5s")
    Duration lockTimeout();

    /** For the next statement of a transaction, before the store ends a writer that hangs. */
    @WithDefault("60s")
    Duration idleTimeout();
}
