package com.learnamp.entra.console.companies;

import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.contracts.TimeZoneNames;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A company to be made, with the Owner who can sign in. */
record NewCompany(String name, String timeZone, String language, NewOwner owner) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int SHORTEST_PASSWORD = 10;

    /** What bcrypt looks at, in bytes. */
    private static final int LONGEST_PASSWORD = 72;

    private static final Set<String> LANGUAGES =
            Set.of(
                    "en", "en-US", "de", "es", "es-CO", "fr", "fr-CA", "it", "nl", "pt-BR", "pl",
                    "ru", "no", "sv", "da", "zh-CN", "zh-TW", "ja", "ar", "sk", "ca", "cy", "el",
                    "hu", "pt-PT", "ro", "tr");

    /**
     * @param email lower case
     */
    record NewOwner(String email, String firstName, String lastName, String password) {

        @Override
        public String toString() {
            return "NewOwner[redacted]";
        }
    }

    /**
     * @throws com.learnamp.entra.console.input.InvalidInput if it is none
     */
    static NewCompany of(JsonFields fields, FieldProblems problems) {
        NewCompany company =
                new NewCompany(
                        required(fields, "name", problems),
                        fields.text("timeZone").orElse("London"),
                        fields.text("language").orElse("en"),
                        owner(fields.within("owner"), problems));
        fields.refuseTheRest();
        if (TimeZoneNames.zone(company.timeZone()).isEmpty()) {
            problems.add("timeZone", FieldProblem.NOT_A_TIME_ZONE);
        }
        if (!LANGUAGES.contains(company.language())) {
            problems.add("language", FieldProblem.NOT_ONE_OF_THE_VALUES);
        }
        problems.refuseAny();
        return company;
    }

    private static NewOwner owner(JsonFields fields, FieldProblems problems) {
        NewOwner owner =
                new NewOwner(
                        required(fields, "email", problems).toLowerCase(Locale.ROOT),
                        required(fields, "firstName", problems),
                        required(fields, "lastName", problems),
                        fields.text("password").orElse(""));
        fields.refuseTheRest();
        if (!ADDRESS.matcher(owner.email()).matches()) {
            problems.add(fields.path("email"), FieldProblem.NOT_AN_ADDRESS);
        }
        if (owner.password().length() < SHORTEST_PASSWORD) {
            problems.add(fields.path("password"), FieldProblem.TOO_SHORT);
        }
        if (owner.password().getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            problems.add(fields.path("password"), FieldProblem.TOO_LONG);
        }
        return owner;
    }

    private static String required(JsonFields fields, String name, FieldProblems problems) {
        String text = fields.text(name).map(String::strip).orElse("");
        if (text.isEmpty()) {
            problems.add(fields.path(name), FieldProblem.MISSING);
        }
        return text;
    }
}
