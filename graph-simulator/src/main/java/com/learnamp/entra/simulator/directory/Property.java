package com.learnamp.entra.simulator.directory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One property of a kind of object.
 *
 * @param byDefault whether Graph returns it when nothing is selected
 */
public record Property(String name, Type type, boolean byDefault) {

    /** What a value may be; all of them are written to JSON as they are. */
    public enum Type {
        TEXT(String.class),
        FLAG(Boolean.class),
        /** ISO 8601 in UTC, kept as the text that Graph returns. */
        MOMENT(String.class),
        TEXTS(List.class),
        COMPLEX(Map.class);

        private final Class<?> java;

        Type(Class<?> java) {
            this.java = java;
        }
    }

    /** The value if it is of the right type. */
    @Nullable Object checked(@Nullable Object value) {
        if (value != null && !type.java.isInstance(value)) {
            throw new IllegalArgumentException(name + " takes " + type);
        }
        return value;
    }
}
