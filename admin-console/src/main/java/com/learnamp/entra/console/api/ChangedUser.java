package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.UserEvent;
import com.learnamp.entra.contracts.UserEvent.FieldChange;
import com.learnamp.entra.store.UserStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as stored, and as wanted; only what differs is written and told. */
final class ChangedUser {

    private final long id;
    private final long changeCounter;
    private final @Nullable UUID entraObject;
    private final Map<UserField, String> stored;
    private final Map<UserField, String> wanted = new EnumMap<>(UserField.class);
    private final ChangedCustomFields customFields;

    /**
     * @param entraObject to which provisioning has bound the person
     * @param stored empty for a person who is being made
     * @param customFields as stored, by the ids of the fields
     */
    ChangedUser(
            long id,
            long changeCounter,
            @Nullable UUID entraObject,
            Map<UserField, String> stored,
            Map<String, String> customFields) {
        this.id = id;
        this.changeCounter = changeCounter;
        this.entraObject = entraObject;
        this.stored = stored;
        wanted.putAll(stored);
        this.customFields = new ChangedCustomFields(customFields);
    }

    ChangedCustomFields customFields() {
        return customFields;
    }

    long id() {
        return id;
    }

    /** Of the change that is being made: the id of its history row and of its event. */
    long changeNumber() {
        return changeCounter + 1;
    }

    @Nullable UUID entraObject() {
        return entraObject;
    }

    @Nullable String get(UserField field) {
        return wanted.get(field);
    }

    void set(UserField field, @Nullable String value) {
        if (value == null) {
            wanted.remove(field);
        } else {
            wanted.put(field, value);
        }
    }

    boolean differs(UserField field) {
        return !Objects.equals(stored.get(field), wanted.get(field));
    }

    boolean isActive() {
        return !UserStatus.DEACTIVATED.code().equals(get(UserField.STATUS));
    }

    boolean isActiveOwner() {
        return isActive() && "owner".equals(get(UserField.ROLE));
    }

    boolean wasActiveOwner() {
        return "owner".equals(stored.get(UserField.ROLE))
                && !UserStatus.DEACTIVATED.code().equals(stored.get(UserField.STATUS));
    }

    /** By the API's names; empty if the person stays as he is. */
    Map<String, FieldChange> changes() {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        for (UserField field : UserField.ALL) {
            if (differs(field)) {
                field.apiName()
                        .ifPresent(name ->
                                changes.put(name, new FieldChange(stored.get(field), get(field))));
            }
        }
        changes.putAll(customFields.changes());
        return changes;
    }

    UserEvent event(CompanyId company, Instant at) {
        @Nullable EntraObjectId object =
                entraObject == null ? null : new EntraObjectId(entraObject);
        Map<String, FieldChange> changes = changes();
        if (stored.isEmpty()) {
            return new UserEvent.Created(company, id, object, at, changes);
        }
        if (!differs(UserField.STATUS)) {
            return new UserEvent.Updated(company, id, object, at, changes);
        }
        if (!isActive()) {
            return new UserEvent.Deactivated(company, id, object, at, changes);
        }
        return UserStatus.DEACTIVATED.code().equals(stored.get(UserField.STATUS))
                ? new UserEvent.Reactivated(company, id, object, at, changes)
                : new UserEvent.Updated(company, id, object, at, changes);
    }
}
