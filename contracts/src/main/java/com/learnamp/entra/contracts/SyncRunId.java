package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** One run of a full sync. */
public record SyncRunId(@JsonValue UUID value) {

    @JsonCreator
    public SyncRunId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * @param text a GUID in any case
     * @throws IllegalArgumentException if the text is no GUID
     */
    public static SyncRunId parse(String text) {
        return new SyncRunId(Guid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
