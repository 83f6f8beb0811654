package com.learnamp.entra.console.settings;

import java.util.List;

/** How a mapped field is written. */
enum FieldRule {
    /** As Entra has it; a blank clears what the integration wrote. */
    ALWAYS,
    /** Where there is nothing, or nothing but what the integration wrote. */
    ONLY_WHEN_EMPTY,
    /** As Entra has it, but a blank clears nothing. */
    NEVER_CLEAR;

    /** The fields that have a rule, by the names of Learn Amp's API. The address always follows. */
    static final List<String> FIELDS =
            List.of(
                    "firstName",
                    "lastName",
                    "jobTitle",
                    "department",
                    "primaryTeam",
                    "location",
                    "language",
                    "hireDate");
}
