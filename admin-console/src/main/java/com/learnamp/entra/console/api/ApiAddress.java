package com.learnamp.entra.console.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where people find Learn Amp: {@code LEARNAMP_URL}. */
@ConfigMapping(prefix = "learnamp")
interface ApiAddress {

    /** What profile addresses begin with. */
    @WithDefault("http://localhost:8080")
    URI url();
}
