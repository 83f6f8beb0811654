package com.learnamp.entra.console.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody of whom some of a run's changes stay.
 *
 * @param fields why, by the API's names of the fields
 */
public record LeftAsIs(long personId, String name, Map<String, UndoObstacle> fields) {

    static LeftAsIs of(ChangedUser person) {
        return new LeftAsIs(
                person.id(),
                person.get(UserField.FIRST_NAME) + " " + person.get(UserField.LAST_NAME),
                new LinkedHashMap<>());
    }

    void add(String field, UndoObstacle why) {
        fields.put(field, why);
    }

    /** A name is personal data. */
    @Override
    public String toString() {
        return "LeftAsIs[" + personId + "]";
    }
}
