package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.UserEvent.FieldChange;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody's custom fields, as stored and as wanted, by the ids of the fields. */
final class ChangedCustomFields {

    private final Map<String, String> stored;
    private final Map<String, String> wanted;
    private final Map<String, String> names = new LinkedHashMap<>();

    ChangedCustomFields(Map<String, String> stored) {
        this.stored = Map.copyOf(stored);
        this.wanted = new HashMap<>(stored);
    }

    /** As the history and the events name a field. */
    static String apiName(String name) {
        return "customFields." + name;
    }

    @Nullable String get(long field) {
        return wanted.get(Long.toString(field));
    }

    /**
     * @param value null for none
     */
    void set(long field, String name, @Nullable String value) {
        String key = Long.toString(field);
        names.put(key, name);
        if (value == null) {
            wanted.remove(key);
        } else {
            wanted.put(key, value);
        }
    }

    Map<String, String> wanted() {
        return Collections.unmodifiableMap(wanted);
    }

    /** By the names that the history and the events have. */
    Map<String, FieldChange> changes() {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        names.forEach((key, name) -> {
            if (!Objects.equals(stored.get(key), wanted.get(key))) {
                changes.put(apiName(name), new FieldChange(stored.get(key), wanted.get(key)));
            }
        });
        return changes;
    }
}
