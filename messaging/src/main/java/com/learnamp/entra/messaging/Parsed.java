package com.learnamp.entra.messaging;

import com.learnamp.entra.contracts.Message;
import java.util.Objects;

/** What became of a record's bytes. */
public sealed interface Parsed<M extends Message> {

    record Read<M extends Message>(M message) implements Parsed<M> {
        public Read {
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * @param reason what is wrong, without a word of the content
     */
    record Unreadable<M extends Message>(String reason) implements Parsed<M> {
        public Unreadable {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** A record without a value: a tombstone on a compacted topic. */
    record Tombstone<M extends Message>() implements Parsed<M> {}
}
