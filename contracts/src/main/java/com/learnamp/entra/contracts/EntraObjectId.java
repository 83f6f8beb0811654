package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** A user, group or other object in Entra (Microsoft: object id). It never changes. */
public record EntraObjectId(@JsonValue UUID value) {

    @JsonCreator
    public EntraObjectId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * @param text a GUID in any case
     * @throws IllegalArgumentException if the text is no GUID
     */
    public static EntraObjectId parse(String text) {
        return new EntraObjectId(Guid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
