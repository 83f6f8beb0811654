package com.learnamp.entra.console.syncs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set of runs. */
@ConfigMapping(prefix = "console.runs")
public interface RunsConfig {

    /** A run that has not ended by then is taken for lost: the next request begins a new one. */
    @WithDefault("6h")
    Duration giveUpAfter();
}
