package com.learnamp.entra.writer.apply;

import com.learnamp.entra.writer.people.UserField;
import java.util.EnumMap;
import java.util.Map;

/** The company's rules; a field without one is written always. */
record FieldRules(Map<UserField, FieldRule> rules) {

    FieldRules {
        rules = Map.copyOf(rules);
    }

    /**
     * @param stored labels by the fields' API names
     */
    static FieldRules of(Map<String, String> stored) {
        Map<UserField, FieldRule> rules = new EnumMap<>(UserField.class);
        stored.forEach((name, label) ->
                UserField.ofApiName(name)
                        .ifPresent(field -> rules.put(field, FieldRule.of(label))));
        return new FieldRules(rules);
    }

    FieldRule of(UserField field) {
        return rules.getOrDefault(field, FieldRule.ALWAYS);
    }
}
