package com.learnamp.entra.photo.picture;

import java.util.Objects;

/** What came of looking at bytes that claim to be a photo. */
public sealed interface Picture {

    /**
     * A small picture of our own making, without anything that the original carried besides it.
     *
     * @param hash SHA-256 of the bytes, in hexadecimal
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by its hash alone
    record Accepted(byte[] bytes, String contentType, int width, int height, String hash)
            implements Picture {
        public Accepted {
            Objects.requireNonNull(bytes, "bytes");
            Objects.requireNonNull(contentType, "contentType");
            Objects.requireNonNull(hash, "hash");
        }
    }

    /**
     * @param reason what an admin reads
     */
    record Refused(String reason) implements Picture {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
