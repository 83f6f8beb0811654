package com.learnamp.entra.fetcher.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How full syncs run. */
@ConfigMapping(prefix = "listing")
public interface ListingConfig {

    /** How many pages are under way at once in this process; tenants take turns. */
    @WithDefault("8")
    int atOnce();

    /** How long a changed group is left before it is listed, so that its changes coalesce. */
    @WithDefault("2s")
    Duration groupChangeDelay();

    /** After which a changed group is listed once more, since replicas may lag. */
    @WithDefault("2m")
    Duration groupChangeSecondLook();

    /** For how long the daily sync may ask what has changed, in place of listing everybody. */
    @WithDefault("7d")
    Duration fullEvery();

    /** How often a run begins anew after a lost page before it has failed. */
    @WithDefault("20")
    int mostRestarts();

    /** The first pause after a failure that passes; it doubles up to {@link #longestPause()}. */
    @WithDefault("2s")
    Duration firstPause();

    @WithDefault("5m")
    Duration longestPause();
}
