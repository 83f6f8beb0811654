package com.learnamp.entra.simulator.directory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person, group, device, contact or service principal, as it is at one moment. One array of
 * values instead of fields, so that half a million of them fit into a small heap and any selection
 * of properties is one loop.
 */
public final class DirectoryObject {

    private final ObjectKind kind;
    private final String id;
    private final @Nullable Object[] values;

    private DirectoryObject(ObjectKind kind, String id, @Nullable Object[] values) {
        this.kind = kind;
        this.id = id;
        this.values = values;
    }

    public static DirectoryObject of(
            ObjectKind kind, String id, Map<String, ? extends @Nullable Object> properties) {
        return new DirectoryObject(kind, id, new Object[kind.properties().size()]).with(properties);
    }

    /** This object with some properties changed; null clears one. */
    public DirectoryObject with(Map<String, ? extends @Nullable Object> changes) {
        @Nullable Object[] changed = values.clone();
        changes.forEach((name, value) -> {
            int position = kind.position(name);
            changed[position] = kind.properties().get(position).checked(value);
        });
        return new DirectoryObject(kind, id, changed);
    }

    public ObjectKind kind() {
        return kind;
    }

    public String id() {
        return id;
    }

    /** The value of a property that the kind knows, or of {@code id}. */
    public @Nullable Object value(String property) {
        return property.equals("id") ? id : values[kind.position(property)];
    }

    public Optional<String> text(String property) {
        return Optional.ofNullable((String) value(property));
    }

    public boolean flag(String property) {
        return Boolean.TRUE.equals(value(property));
    }

    @SuppressWarnings("unchecked") // Property.checked admits nothing but lists of text here
    public List<String> texts(String property) {
        Object value = value(property);
        return value == null ? List.of() : (List<String>) value;
    }

    public String displayName() {
        return text("displayName").orElse("");
    }

    /** Every property that is set, in the order of the kind. */
    public Map<String, Object> properties() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Property property : kind.properties()) {
            Object value = value(property.name());
            if (value != null) {
                all.put(property.name(), value);
            }
        }
        return all;
    }

    /** One bit for each property that is set. */
    long setBits() {
        long bits = 0;
        for (int position = 0; position < values.length; position++) {
            if (values[position] != null) {
                bits |= 1L << position;
            }
        }
        return bits;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DirectoryObject that
                && kind == that.kind
                && id.equals(that.id)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Kind and id alone: the rest may be personal. */
    @Override
    public String toString() {
        return kind.wireName() + " " + id;
    }
}
