package com.learnamp.entra.photo.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How photos are worked. */
@ConfigMapping(prefix = "photos")
interface SyncConfig {

    /** How often the queue is looked at. */
    @WithDefault("1s")
    Duration poll();

    /** How long a process may take over the rows that it claimed, before another gets them. */
    @WithDefault("3m")
    Duration claim();

    /** How many tenants are worked at once; each holds at most one photo in memory. */
    @WithDefault("8")
    int tenantsAtOnce();

    /**
     * How long somebody is waited for whom the writer has not made, or not deactivated, yet; each
     * time twice as long.
     */
    @WithDefault("5s")
    Duration pauseForUser();

    /** How often he is waited for; the next sync asks again anyway. */
    @WithDefault("7")
    int attemptsForUser();

    /** How long it is remembered that somebody has no photo. */
    @WithDefault("20h")
    Duration noneFor();
}
