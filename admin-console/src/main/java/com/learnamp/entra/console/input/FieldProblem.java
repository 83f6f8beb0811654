package com.learnamp.entra.console.input;

/** What is wrong with a field. */
public enum FieldProblem {
    MISSING("is missing"),
    NOT_A_GUID(
            "is not a GUID of the form 00000000-0000-0000-0000-000000000000; Entra shows it as"
                    + " Tenant ID or Object ID"),
    NOT_ONE_OF_THE_VALUES("does not have a valid value"),
    NOT_TEXTS("must be a list of texts, at most 1000"),
    NOT_A_COUNT("must be a whole number"),
    NOT_ONE_OF_TWO("must be given, or allWaiting with how many wait, and not both"),
    NOT_A_PERSON("is nobody of this company"),
    NOT_A_FUTURE_TIME("must be a time to come, such as 2027-01-31T17:00:00Z"),
    NOT_A_COMPANY("is no company"),
    NOT_ONE_OR_ALL("must be given, or allCompanies be true, and not both"),
    NOT_A_PAST_TIME("must be a time that has been, such as 2026-11-30T17:00:00Z"),
    NOT_A_PLACE("must have a topic that is read for this target, and an offset; with a company"),
    ONLY_WITH_A_COMPANY("can be given only with a company"),
    NOT_AN_OBJECT("must be a JSON object"),
    NOT_TEXT("must be a text"),
    NOT_IDS("must be a list of at most 1000 ids"),
    NOT_A_FLAG("must be true or false"),
    UNKNOWN("is not known here"),
    TOO_LONG("is too long"),
    TAKEN("has already been taken"),
    NOT_OF_A_CHOICE("are needed for a choice, and for nothing else"),
    TOO_SHORT("is too short: at least 10 characters"),
    NOT_AN_ADDRESS("is not an e-mail address"),
    NOT_A_GRACE_PERIOD("must be a whole number of hours from 0 to 2160"),
    NOT_A_LIMIT_PERCENT("must be a whole number from 1 to 50, or null"),
    NOT_A_LIMIT_PEOPLE("must be a whole number from 1 to 500, or null"),
    NOT_A_WINDOW("must be a whole number of hours from 1 to 168"),
    NO_LIMIT_LEFT(
            "must be set while the other limit is not: without any limit is a company only if Learn"
                    + " Amp's operations want it so"),
    NOT_A_QUESTION(
            "must be an email, an object ID or the beginning of a name, of 2 to 255 characters"),
    NOT_A_TIME_ZONE("is not a time zone of Learn Amp, such as London"),
    ONLY_OPERATIONS(
            "can be set or changed only by Learn Amp's operations, or on the set-up page, where an"
                    + " administrator of the tenant proves that it is yours");

    private final String text;

    FieldProblem(String text) {
        this.text = text;
    }

    /** As a program is told, after the field's name. */
    public String text() {
        return text;
    }
}
