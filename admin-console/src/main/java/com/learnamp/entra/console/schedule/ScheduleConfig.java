package com.learnamp.entra.console.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What can be set of the schedule. */
@ConfigMapping(prefix = "console.schedule")
interface ScheduleConfig {

    /** How often it looks for companies that are due; {@code off} where another instance does. */
    @WithDefault("10s")
    String every();

    /** How many companies a tick asks for at most. */
    @WithDefault("50")
    int mostAtOnce();
}
