package com.learnamp.entra.graph;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenant's own entry; {@code id} is the tenant id. */
public record Organization(UUID id, @Nullable String displayName) {
    public Organization {
        Objects.requireNonNull(id, "id");
    }
}
