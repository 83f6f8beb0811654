package com.learnamp.entra.console.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set of sessions. */
@ConfigMapping(prefix = "console.session")
interface SessionConfig {

    /** After so long everybody signs in again. */
    @WithDefault("12h")
    Duration lifetime();

    /**
     * Whether browsers may send the cookie over HTTPS alone; to be set wherever TLS ends before us.
     */
    @WithDefault("false")
    boolean secureCookie();
}
