package com.learnamp.entra.graph;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What came of looking one person up. */
public sealed interface LookUp {

    UUID user();

    /** {@code memberOf}: those of the groups asked about that the person is in, directly or not. */
    record Found(DirectoryUser profile, Set<UUID> memberOf) implements LookUp {
        public Found {
            Objects.requireNonNull(profile, "profile");
            memberOf = Set.copyOf(memberOf);
        }

        @Override
        public UUID user() {
            return profile.id();
        }
    }

    /** Graph said 404: deleted, or not replicated yet. Not proof of either. */
    record NotFound(UUID user) implements LookUp {
        public NotFound {
            Objects.requireNonNull(user, "user");
        }
    }

    /** Not answered for this person; {@code reason} says why and when to ask again. */
    record Failed(UUID user, GraphException reason) implements LookUp {
        public Failed {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
