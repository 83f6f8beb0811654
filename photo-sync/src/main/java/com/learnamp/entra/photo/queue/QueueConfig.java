package com.learnamp.entra.photo.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When what is asked is due. */
@ConfigMapping(prefix = "photo-queue")
interface QueueConfig {

    /** Over how long the daily look at everybody is spread. */
    @WithDefault("4h")
    Duration spread();

    /**
     * How long a run's first photo waits for others, so that they are asked for twenty at a time.
     */
    @WithDefault("10s")
    Duration linger();
}
