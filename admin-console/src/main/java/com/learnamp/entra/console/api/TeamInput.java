package com.learnamp.entra.console.api;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be written of a team. Whatever is left out stays as it is.
 *
 * @param texts by parameter, trimmed; an empty one clears
 */
record TeamInput(Map<Parameter, String> texts) {

    /**
     * What a program may say of a team; the second of each pair is another way to say the first.
     */
    enum Parameter {
        NAME("name"),
        EXTERNAL_ID("integrationExternalId"),
        MANAGER_ID("managerId"),
        MANAGER_EMAIL("managerEmail"),
        PARENT_TEAM_ID("parentTeamId"),
        PARENT_TEAM_NAME("parentTeamName");

        private final String apiName;

        Parameter(String apiName) {
            this.apiName = apiName;
        }

        String apiName() {
            return apiName;
        }
    }

    private static final int LONGEST = 255;

    TeamInput {
        texts = Map.copyOf(texts);
    }

    /**
     * @param create whether the team is new, and so needs a name
     * @throws InvalidParameters naming all that can't be taken
     */
    static TeamInput of(Map<String, List<String>> body, boolean create) {
        BodyFields fields = new BodyFields(body);
        fields.exclusive(Parameter.MANAGER_ID.apiName(), Parameter.MANAGER_EMAIL.apiName());
        fields.exclusive(Parameter.PARENT_TEAM_ID.apiName(), Parameter.PARENT_TEAM_NAME.apiName());
        Map<Parameter, String> texts = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            fields.text(parameter.apiName())
                    .map(String::strip)
                    .ifPresent(text -> {
                        texts.put(parameter, text);
                        if (text.length() > LONGEST) {
                            fields.refuse(parameter.apiName(), "is too long (255 at most)");
                        }
                    });
        }
        String name = texts.getOrDefault(Parameter.NAME, "");
        if (create && !texts.containsKey(Parameter.NAME)) {
            fields.refuse(Parameter.NAME.apiName(), "is missing");
        } else if (name.isEmpty() && texts.containsKey(Parameter.NAME)) {
            fields.refuse(Parameter.NAME.apiName(), "is empty");
        }
        fields.refuseAny();
        return new TeamInput(texts);
    }
}
