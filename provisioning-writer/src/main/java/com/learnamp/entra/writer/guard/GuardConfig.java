package com.learnamp.entra.writer.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What can be set of the guard, for all companies. */
@ConfigMapping(prefix = "writer.guard")
interface GuardConfig {

    /** How often the guard looks for what is due. */
    @WithDefault("5s")
    String every();

    /** After so long without an answer somebody is asked for again. */
    @WithDefault("15m")
    Duration askAgainAfter();

    /** How many looks are asked for at once in one company. */
    @WithDefault("1000")
    int mostLooks();

    /** A review grows for a moment before anybody is told of it. */
    @WithDefault("30s")
    Duration tellAfter();

    /** Where the links in mails lead. */
    @WithDefault("http://localhost:8080/")
    URI consoleUrl();
}
