package com.learnamp.entra.graph;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of members. An empty page with a link is legal. {@code nextLink} is null on the last page.
 */
public record MemberPage(List<DirectoryMember> members, @Nullable String nextLink) {

    public MemberPage {
        members = List.copyOf(members);
    }

    public Optional<String> next() {
        return Optional.ofNullable(nextLink);
    }
}
