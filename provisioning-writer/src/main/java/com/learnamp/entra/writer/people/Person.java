package com.learnamp.entra.writer.people;

import com.learnamp.entra.contracts.UserEvent.FieldChange;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user of Learn Amp: as he is stored, and as he shall be. What differs in the end is written,
 * told and remembered; what does not is left untouched.
 */
public final class Person {

    private final long id;
    private final long changeCounter;
    private final boolean isNew;
    private final Map<UserField, String> stored;
    private final Map<UserField, String> wanted;
    private final CustomValues customValues;
    private final Map<UserField, String> drift = new EnumMap<>(UserField.class);
    private @Nullable UUID entraObject;
    private @Nullable Cause cause;

    private Person(
            long id,
            long changeCounter,
            boolean isNew,
            Map<UserField, String> stored,
            CustomValues customValues,
            @Nullable UUID entraObject) {
        this.id = id;
        this.changeCounter = changeCounter;
        this.isNew = isNew;
        this.stored = stored;
        this.wanted = new EnumMap<>(UserField.class);
        this.wanted.putAll(stored);
        this.customValues = customValues;
        this.entraObject = entraObject;
    }

    /**
     * @param customFields by the ids of the fields
     * @param entraObject to which he is bound
     */
    public static Person stored(
            long id,
            long changeCounter,
            Map<UserField, String> fields,
            Map<String, String> customFields,
            @Nullable UUID entraObject) {
        return new Person(
                id, changeCounter, false, fields, new CustomValues(customFields), entraObject);
    }

    /**
     * @param id that nobody has yet
     */
    public static Person create(long id) {
        return new Person(id, 0, true, Map.of(), new CustomValues(Map.of()), null);
    }

    public long id() {
        return id;
    }

    public boolean isNew() {
        return isNew;
    }

    public Optional<UUID> entraObject() {
        return Optional.ofNullable(entraObject);
    }

    public void bindTo(UUID object) {
        entraObject = object;
    }

    public @Nullable String get(UserField field) {
        return wanted.get(field);
    }

    public @Nullable String storedValue(UserField field) {
        return stored.get(field);
    }

    /**
     * @param value null for none
     * @param because kept only if it is the first change of this person
     */
    public void set(UserField field, @Nullable String value, Cause because) {
        if (Objects.equals(wanted.get(field), value)) {
            return;
        }
        if (value == null) {
            wanted.remove(field);
        } else {
            wanted.put(field, value);
        }
        if (cause == null) {
            cause = because;
        }
    }

    public @Nullable String get(CustomField field) {
        return customValues.get(field);
    }

    /**
     * @param value null for none
     */
    public void set(CustomField field, @Nullable String value, Cause because) {
        if (customValues.set(field, value) && cause == null) {
            cause = because;
        }
    }

    /** By the ids of the fields. */
    Map<String, String> customFields() {
        return customValues.wanted();
    }

    /**
     * Gives a field what Entra says; if somebody has changed by hand what was written before, this
     * is remembered.
     *
     * @param written what this integration wrote last; null for nothing
     */
    public void override(UserField field, @Nullable String written, String value, Cause because) {
        @Nullable String found = storedValue(field);
        if (wasActive() && written != null && !written.equals(found) && !value.equals(found)) {
            drift.put(field, written);
        } else {
            drift.remove(field);
        }
        set(field, value, because);
    }

    /** What this integration had written where somebody had changed it by hand. */
    Map<UserField, String> drift() {
        return drift;
    }

    public boolean isActive() {
        return !UserStatus.DEACTIVATED.equals(get(UserField.STATUS));
    }

    public boolean wasActive() {
        return !isNew && !UserStatus.DEACTIVATED.equals(storedValue(UserField.STATUS));
    }

    /** What this person's history and event tell; empty if he stays as he is. */
    public Optional<Change> change() {
        Map<String, FieldChange> changes = changes();
        return changes.isEmpty() || cause == null
                ? Optional.empty()
                : Optional.of(new Change(this, changeCounter + 1, kind(), cause, changes));
    }

    private Map<String, FieldChange> changes() {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        for (UserField field : UserField.all()) {
            @Nullable String before = storedValue(field);
            @Nullable String after = get(field);
            if (!Objects.equals(before, after)) {
                field.apiName()
                        .ifPresent(name -> changes.put(name, new FieldChange(before, after)));
            }
        }
        changes.putAll(customValues.changes());
        return changes;
    }

    private Change.Kind kind() {
        if (isNew) {
            return Change.Kind.CREATED;
        }
        if (wasActive() == isActive()) {
            return Change.Kind.UPDATED;
        }
        return isActive() ? Change.Kind.REACTIVATED : Change.Kind.DEACTIVATED;
    }
}
