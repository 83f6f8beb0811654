package com.learnamp.entra.graph;

import java.util.Objects;
import java.util.UUID;

/** What is in a group. */
public sealed interface DirectoryMember {

    UUID id();

    record UserMember(DirectoryUser user) implements DirectoryMember {
        public UserMember {
            Objects.requireNonNull(user, "user");
        }

        @Override
        public UUID id() {
            return user.id();
        }
    }

    record GroupMember(UUID id) implements DirectoryMember {
        public GroupMember {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * A device, a service principal, a contact. {@code type} as Graph writes it, e.g. {@code
     * #microsoft.graph.device}.
     */
    record OtherMember(UUID id, String type) implements DirectoryMember {
        public OtherMember {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(type, "type");
        }
    }
}
