package com.learnamp.entra.graph;

import java.util.Objects;
import java.util.UUID;

/** What {@code directory/deletedItems} says of an id. */
public sealed interface DeletedState {

    UUID user();

    /** In the bin, restorable for 30 days from its deletion. */
    record SoftDeleted(UUID user) implements DeletedState {
        public SoftDeleted {
            Objects.requireNonNull(user, "user");
        }
    }

    /** Not in the bin: there, purged, or not replicated yet. */
    record NotDeleted(UUID user) implements DeletedState {
        public NotDeleted {
            Objects.requireNonNull(user, "user");
        }
    }

    /** Graph did not say. */
    record Failed(UUID user, GraphException reason) implements DeletedState {
        public Failed {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
