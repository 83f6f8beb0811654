package com.learnamp.entra.fetcher.lookup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How single people are looked up. */
@ConfigMapping(prefix = "look-up")
public interface LookUpConfig {

    /**
     * After these pauses a read that showed no change is repeated: Graph may not have known yet.
     */
    @WithDefault("15s,2m,10m")
    List<Duration> rereads();

    /** For how long a live read may contradict what other replicas still say. */
    @WithDefault("15m")
    Duration staleness();

    /** With more people than this to be looked up, a listing is made instead if it costs less. */
    @WithDefault("1000")
    int most();

    /** The first pause after a failure; it doubles up to {@link #longestPause()}. */
    @WithDefault("5s")
    Duration firstPause();

    @WithDefault("10m")
    Duration longestPause();

    /** How long the departed stay on the roster, since a restore may raise no other hint. */
    @WithDefault("30d")
    Duration keepDeparted();
}
