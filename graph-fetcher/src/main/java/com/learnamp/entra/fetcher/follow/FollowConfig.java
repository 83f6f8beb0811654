package com.learnamp.entra.fetcher.follow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes are followed that no notification announces. */
@ConfigMapping(prefix = "follow")
public interface FollowConfig {

    @WithDefault("5m")
    Duration every();

    /** Where Graph does not call, following is all there is. */
    @WithDefault("1m")
    Duration everyUncalled();
}
