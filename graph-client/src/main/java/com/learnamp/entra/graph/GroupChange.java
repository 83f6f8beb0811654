package com.learnamp.entra.graph;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** One entry of a groups delta. */
public sealed interface GroupChange {

    UUID group();

    /**
     * Its properties or its direct members changed.
     *
     * @param added direct members that came
     * @param removed direct members that left; a soft-deleted user stays a member and is not among
     *     them
     * @param nested those of both that are groups, so that the closure has changed
     */
    record Changed(UUID group, Set<UUID> added, Set<UUID> removed, Set<UUID> nested)
            implements GroupChange {
        public Changed {
            Objects.requireNonNull(group, "group");
            added = Set.copyOf(added);
            removed = Set.copyOf(removed);
            nested = Set.copyOf(nested);
        }
    }

    record Removed(UUID group, RemovedReason reason) implements GroupChange {
        public Removed {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
