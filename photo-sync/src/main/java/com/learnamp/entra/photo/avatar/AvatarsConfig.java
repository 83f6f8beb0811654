package com.learnamp.entra.photo.avatar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How pictures are swept. */
@ConfigMapping(prefix = "avatars")
interface AvatarsConfig {

    /** How often avatars are swept that nobody has. */
    @WithDefault("1h")
    Duration sweep();

    /** How old an avatar that nobody has must be before it is swept. */
    @WithDefault("1h")
    Duration unusedFor();
}
