package com.learnamp.entra.graph;

import java.util.Objects;
import java.util.UUID;

/** One entry of a users delta. The same person may come several times, in any order. */
public sealed interface UserChange {

    UUID user();

    /** Created, changed or restored. Its manager is {@code NotRead} when that has not changed. */
    record Changed(DirectoryUser profile) implements UserChange {
        public Changed {
            Objects.requireNonNull(profile, "profile");
        }

        @Override
        public UUID user() {
            return profile.id();
        }
    }

    record Removed(UUID user, RemovedReason reason) implements UserChange {
        public Removed {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
