package com.learnamp.entra.writer.people;

import com.learnamp.entra.contracts.UserEvent.FieldChange;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody's custom fields: as they are stored, and as they shall be. */
final class CustomValues {

    private final Map<String, String> stored;
    private final Map<String, String> wanted;
    private final Map<String, CustomField> touched = new LinkedHashMap<>();

    /**
     * @param stored by the ids of the fields
     */
    CustomValues(Map<String, String> stored) {
        this.stored = Map.copyOf(stored);
        this.wanted = new HashMap<>(stored);
    }

    @Nullable String get(CustomField field) {
        return wanted.get(key(field));
    }

    /**
     * @return whether it was another value before
     */
    boolean set(CustomField field, @Nullable String value) {
        touched.put(key(field), field);
        @Nullable String before =
                value == null ? wanted.remove(key(field)) : wanted.put(key(field), value);
        return !Objects.equals(before, value);
    }

    Map<String, String> wanted() {
        return Collections.unmodifiableMap(wanted);
    }

    Map<String, FieldChange> changes() {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        touched.forEach((key, field) -> {
            @Nullable String before = stored.get(key);
            @Nullable String after = wanted.get(key);
            if (!Objects.equals(before, after)) {
                changes.put(field.apiName(), new FieldChange(before, after));
            }
        });
        return changes;
    }

    private static String key(CustomField field) {
        return Long.toString(field.id());
    }
}
