package com.learnamp.entra.graph;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group that somebody is in.
 *
 * @param displayName null where the app may not read it
 */
public record GroupName(UUID id, @Nullable String displayName) {

    public GroupName {
        Objects.requireNonNull(id, "id");
    }
}
