package com.learnamp.entra.graph;

import java.util.Objects;

/** What came of fetching a photo. */
public sealed interface PhotoDownload {

    /**
     * Unchecked bytes from outside; {@code contentType} is what Graph claims. The array is the
     * caller's.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared: a picture is compared by its hash
    record Image(byte[] bytes, String contentType) implements PhotoDownload {
        public Image {
            Objects.requireNonNull(bytes, "bytes");
            Objects.requireNonNull(contentType, "contentType");
        }
    }

    record NoPhoto() implements PhotoDownload {}

    /** More bytes than were allowed; nothing is kept of them. */
    record TooLarge(int maxBytes) implements PhotoDownload {}
}
