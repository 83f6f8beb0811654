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

    /** How many tenants are worked at once. */
    @WithDefault("8")
    int tenantsAtOnce();

    /** How long somebody is waited for who is no user of Learn Amp yet. */
    @WithDefault("5s")
    Duration pauseForUser();

    /** How often he is waited for; the next sync asks again anyway. */
    @WithDefault("30")
    int attemptsForUser();

    /** How often avatars are swept that nobody has. */
    @WithDefault("1h")
    Duration sweep();

    /** How old an avatar that nobody has must be before it is swept. */
    @WithDefault("1h")
    Duration unusedFor();
}
