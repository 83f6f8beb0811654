package com.learnamp.entra.graph;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the first listing of a group begins with. What could not be had together with the group is
 * null, and is to be asked for by itself.
 *
 * @param group empty when Graph says 404
 * @param deleted the first page of who is in the bin
 * @param groupsLink yields the changes to all groups of the tenant from now on
 */
public record ListingStart(
        Optional<DirectoryGroup> group,
        @Nullable DeletedPage deleted,
        @Nullable String groupsLink) {

    public ListingStart {
        Objects.requireNonNull(group, "group");
    }
}
