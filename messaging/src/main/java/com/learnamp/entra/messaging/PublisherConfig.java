package com.learnamp.entra.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a publisher waits for Kafka. */
@ConfigMapping(prefix = "publisher")
interface PublisherConfig {

    /** How long one attempt to publish may take, acks included, before it has failed. */
    @WithDefault("10s")
    Duration timeout();

    /** How long records are gathered for a larger request. */
    @WithDefault("2ms")
    Duration linger();
}
