package com.learnamp.entra.graph;

import java.util.Objects;
import java.util.UUID;

/** What Graph says of somebody's photo without sending it. */
public sealed interface PhotoReading {

    UUID user();

    /** {@code mediaEtag} changes with the picture; it is quoted as Graph sends it. */
    record PhotoMetadata(UUID user, String mediaEtag, String contentType, int width, int height)
            implements PhotoReading {
        public PhotoMetadata {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(mediaEtag, "mediaEtag");
            Objects.requireNonNull(contentType, "contentType");
        }
    }

    record NoPhoto(UUID user) implements PhotoReading {
        public NoPhoto {
            Objects.requireNonNull(user, "user");
        }
    }

    record Failed(UUID user, GraphException reason) implements PhotoReading {
        public Failed {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
