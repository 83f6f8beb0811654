package com.learnamp.entra.graph;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of people in the bin. {@code nextLink} is null on the last page. */
public record DeletedPage(List<UUID> users, @Nullable String nextLink) {

    public DeletedPage {
        users = List.copyOf(users);
    }

    public Optional<String> next() {
        return Optional.ofNullable(nextLink);
    }
}
