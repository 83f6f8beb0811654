package com.learnamp.entra.console.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is to be written of a person. Whatever is left out stays as it is.
 *
 * @param texts by field; an empty one clears it
 * @param customFields by their names; an empty one clears its field
 * @param references to teams and managers, by the parameter that names them
 * @param invite whether a new person is invited at once
 * @param reactivate whether a deactivated one comes back
 */
record UserInput(
        Map<UserField, String> texts,
        Map<String, String> customFields,
        Map<Reference, List<String>> references,
        boolean invite,
        boolean reactivate) {

    /** Parameters that name others; the second of each pair is another way to say the first. */
    enum Reference {
        PRIMARY_TEAM_ID("primaryTeamId"),
        PRIMARY_TEAM_EXTERNAL_ID("primaryTeamIntegrationExternalId"),
        SECONDARY_TEAM_IDS("secondaryTeamIds"),
        SECONDARY_TEAM_EXTERNAL_IDS("secondaryTeamIntegrationExternalIds"),
        MANAGER_ID("managerId"),
        MANAGER_EMAIL("managerEmail");

        private final String parameter;

        Reference(String parameter) {
            this.parameter = parameter;
        }

        String parameter() {
            return parameter;
        }
    }

    private static final List<UserField> TEXTS =
            List.of(
                    UserField.EMAIL,
                    UserField.FIRST_NAME,
                    UserField.LAST_NAME,
                    UserField.EXTERNAL_ID,
                    UserField.LANGUAGE,
                    UserField.JOB_TITLE,
                    UserField.ROLE,
                    UserField.HIRE_DATE,
                    UserField.LOCATION,
                    UserField.DEPARTMENT,
                    UserField.OCCUPATION_ROLE);

    private static final List<UserField> REQUIRED =
            List.of(UserField.EMAIL, UserField.FIRST_NAME, UserField.LAST_NAME);

    private static final Set<UserField> NEVER_EMPTY =
            Set.of(
                    UserField.EMAIL,
                    UserField.FIRST_NAME,
                    UserField.LAST_NAME,
                    UserField.LANGUAGE,
                    UserField.ROLE);

    /** An Owner is made in Learn Amp, not by a program. */
    private static final Set<String> ROLES =
            Set.of("viewer", "curator", "reporter", "learning_designer", "hr", "admin");

    private static final Set<String> LANGUAGES =
            Set.of(
                    "en", "en-US", "de", "es", "es-CO", "fr", "fr-CA", "it", "nl", "pt-BR", "pl",
                    "ru", "no", "sv", "da", "zh-CN", "zh-TW", "ja", "ar", "sk", "ca", "cy", "el",
                    "hu", "pt-PT", "ro", "tr");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int LONGEST = 255;

    UserInput {
        texts = Map.copyOf(texts);
        customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
        references = Map.copyOf(references);
    }

    /**
     * @param create whether the person is new, and so needs a name and an address
     * @throws InvalidParameters naming all that can't be taken
     */
    static UserInput of(Map<String, List<String>> body, boolean create) {
        BodyFields fields = new BodyFields(body);
        Map<UserField, String> texts = new EnumMap<>(UserField.class);
        for (UserField field : TEXTS) {
            fields.text(field.apiName().orElseThrow()).ifPresent(text -> texts.put(field, text));
        }
        Map<Reference, List<String>> references = new LinkedHashMap<>();
        for (Reference reference : Reference.values()) {
            fields.list(reference.parameter()).ifPresent(list -> references.put(reference, list));
        }
        boolean skipInvitation = fields.flag("skipInvitation");
        boolean reactivate = !create && fields.flag("reactivate");
        Map<String, String> customFields = customFields(fields);
        fields.exclusive(
                Reference.PRIMARY_TEAM_ID.parameter(),
                Reference.PRIMARY_TEAM_EXTERNAL_ID.parameter());
        fields.exclusive(
                Reference.SECONDARY_TEAM_IDS.parameter(),
                Reference.SECONDARY_TEAM_EXTERNAL_IDS.parameter());
        fields.exclusive(Reference.MANAGER_ID.parameter(), Reference.MANAGER_EMAIL.parameter());
        texts.replaceAll((field, text) -> checked(fields, field, text));
        if (create) {
            REQUIRED.stream()
                    .filter(field -> !texts.containsKey(field))
                    .forEach(field -> fields.refuse(field.apiName().orElseThrow(), "is missing"));
        }
        fields.refuseAny();
        return new UserInput(
                texts, customFields, references, create && !skipInvitation, reactivate);
    }

    private static String checked(BodyFields fields, UserField field, String given) {
        String text = given.strip();
        String name = field.apiName().orElseThrow();
        if (text.isEmpty()) {
            if (NEVER_EMPTY.contains(field)) {
                fields.refuse(name, "is empty");
            }
            return "";
        }
        if (text.length() > LONGEST) {
            fields.refuse(name, "is too long (maximum is " + LONGEST + " characters)");
        }
        Optional<String> problem = problem(field, text);
        problem.ifPresent(what -> fields.refuse(name, what));
        return field == UserField.EMAIL ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static Optional<String> problem(UserField field, String text) {
        return switch (field) {
            case EMAIL -> unless(EMAIL.matcher(text).matches(), QueryParameters.INVALID);
            case LANGUAGE ->
                    unless(LANGUAGES.contains(text), QueryParameters.NOT_ONE_OF_THE_VALUES);
            case ROLE -> unless(ROLES.contains(text), QueryParameters.NOT_ONE_OF_THE_VALUES);
            case HIRE_DATE -> unless(isDate(text), QueryParameters.INVALID);
            default -> Optional.empty();
        };
    }

    /** Each by its name; what has none is the name of no field. */
    private static Map<String, String> customFields(BodyFields fields) {
        fields.list(Bodies.CUSTOM_FIELDS)
                .filter(given -> given.stream().anyMatch(value -> !value.isEmpty()))
                .ifPresent(
                        _ -> fields.refuse(Bodies.CUSTOM_FIELDS, "names an unknown custom field"));
        List<String> names = fields.list(Bodies.CUSTOM_FIELD_NAMES).orElse(List.of());
        List<String> values = fields.list(Bodies.CUSTOM_FIELD_VALUES).orElse(List.of());
        Map<String, String> customFields = new LinkedHashMap<>();
        if (names.size() == values.size()) {
            for (int index = 0; index < names.size(); index++) {
                customFields.put(names.get(index), values.get(index));
            }
        } else {
            fields.refuse(Bodies.CUSTOM_FIELDS, "must have a name and a value each");
        }
        return customFields;
    }

    private static boolean isDate(String text) {
        try {
            return DATE.matcher(text).matches() && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Optional<String> unless(boolean right, String problem) {
        return right ? Optional.empty() : Optional.of(problem);
    }

    /** Personal data: nothing of it goes into a log. */
    @Override
    public String toString() {
        return "UserInput[redacted]";
    }
}
