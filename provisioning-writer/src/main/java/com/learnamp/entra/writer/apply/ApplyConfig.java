package com.learnamp.entra.writer.apply;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What can be set of applying commands. */
@ConfigMapping(prefix = "writer.apply")
interface ApplyConfig {

    /**
     * How many people one transaction takes: as long as it lasts, the company's other work waits.
     */
    @WithDefault("500")
    int mostPeople();
}
