package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** An Entra tenant (Microsoft: tenant id, directory id). */
public record EntraTenantId(@JsonValue UUID value) {

    @JsonCreator
    public EntraTenantId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * @param text a GUID in any case
     * @throws IllegalArgumentException if the text is no GUID
     */
    public static EntraTenantId parse(String text) {
        return new EntraTenantId(Guid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
