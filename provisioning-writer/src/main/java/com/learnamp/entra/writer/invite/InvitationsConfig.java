package com.learnamp.entra.writer.invite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What can be set of invitations. */
@ConfigMapping(prefix = "writer.invitations")
interface InvitationsConfig {

    /** How often the sender looks for what is due. */
    @WithDefault("1s")
    String every();

    /**
     * How many leave at most each time it looks: the rate that the mail server is asked to bear.
     */
    @WithDefault("20")
    int most();

    /** Where the invitation leads. */
    @WithDefault("http://localhost:8080/")
    URI signInUrl();

    /** After so long a sender that took an invitation and said no more is taken for dead. */
    @WithDefault("10m")
    Duration cutOffAfter();

    /** Until the second attempt; each further pause is four times as long. */
    @WithDefault("1m")
    Duration firstPause();

    /** Then an admin must look. */
    @WithDefault("6")
    int mostAttempts();
}
