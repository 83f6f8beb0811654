package com.learnamp.entra.writer.people;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.UserEvent;
import com.learnamp.entra.contracts.UserEvent.FieldChange;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real change of a person.
 *
 * @param number the person's change counter: the id of the history row and of the event
 * @param fields by Learn Amp's API names
 */
public record Change(
        Person person, long number, Kind kind, Cause cause, Map<String, FieldChange> fields) {

    /** What happened to him, on the whole. */
    public enum Kind {
        CREATED,
        UPDATED,
        DEACTIVATED,
        REACTIVATED
    }

    public boolean changes(UserField field) {
        return field.apiName().filter(fields::containsKey).isPresent();
    }

    UserEvent event(CompanyId company, Instant at) {
        @Nullable EntraObjectId object = person.entraObject().map(EntraObjectId::new).orElse(null);
        return switch (kind) {
            case CREATED -> new UserEvent.Created(company, person.id(), object, at, fields);
            case UPDATED -> new UserEvent.Updated(company, person.id(), object, at, fields);
            case DEACTIVATED -> new UserEvent.Deactivated(company, person.id(), object, at, fields);
            case REACTIVATED -> new UserEvent.Reactivated(company, person.id(), object, at, fields);
        };
    }
}
