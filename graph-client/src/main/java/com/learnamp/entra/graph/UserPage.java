package com.learnamp.entra.graph;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of users. An empty page with a link is legal. {@code nextLink} is null on the last page.
 */
public record UserPage(List<DirectoryUser> users, @Nullable String nextLink) {

    public UserPage {
        users = List.copyOf(users);
    }

    public Optional<String> next() {
        return Optional.ofNullable(nextLink);
    }
}
