package com.learnamp.entra.writer.runs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set of the end of runs. */
@ConfigMapping(prefix = "writer.runs")
interface RunsConfig {

    /** How many people untouched by a complete run are looked up after it; the next one asks on. */
    @WithDefault("1000")
    int mostLookUps();

    /** How long a preview can be confirmed. */
    @WithDefault("24h")
    Duration previewKept();
}
