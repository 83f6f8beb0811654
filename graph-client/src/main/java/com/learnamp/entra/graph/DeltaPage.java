package com.learnamp.entra.graph;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of changes: {@code nextLink} while the round goes on, {@code deltaLink} at its end, never
 * both.
 */
public record DeltaPage<T>(List<T> changes, @Nullable String nextLink, @Nullable String deltaLink) {

    public DeltaPage {
        changes = List.copyOf(changes);
        if ((nextLink == null) == (deltaLink == null)) {
            throw new IllegalArgumentException("A page of changes has a next link or a delta link");
        }
    }

    public Optional<String> next() {
        return Optional.ofNullable(nextLink);
    }

    public Optional<String> end() {
        return Optional.ofNullable(deltaLink);
    }
}
