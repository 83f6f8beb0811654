package com.learnamp.entra.mapper;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set of the mapper. */
@ConfigMapping(prefix = "mapper")
interface MapperConfig {

    /**
     * How long a message waits for the settings that it was read with. They were on their topic
     * before the message was on its own, so that a longer wait means that they are lost; the
     * message is parked then, and the other companies go on.
     */
    @WithDefault("30s")
    Duration settingsPatience();
}
