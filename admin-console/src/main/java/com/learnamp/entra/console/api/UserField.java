package com.learnamp.entra.console.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be written of a person: the column, and the name that the API and the events have. */
enum UserField {
    EMAIL("email", "email"),
    FIRST_NAME("first_name", "firstName"),
    LAST_NAME("last_name", "lastName"),
    JOB_TITLE("job_title", "jobTitle"),
    TIME_ZONE("time_zone", "timeZone"),
    LANGUAGE("language", "language"),
    ROLE("role", "role"),
    EXTERNAL_ID("integration_external_id", "integrationExternalId"),
    OCCUPATION_ROLE("occupation_role", "occupationRole"),
    HIRE_DATE("hire_date", "hireDate"),
    LOCATION("location", "location"),
    DEPARTMENT("department", "department"),
    MANAGER("manager_id", "manager"),
    PRIMARY_TEAM("primary_team_id", "primaryTeam"),
    /** The ids of all of them, in their order. */
    SECONDARY_TEAMS("secondary_teams", "secondaryTeams"),
    STATUS("status", "status"),
    STATUS_BEFORE_DEACTIVATION("status_before_deactivation", "");

    static final List<UserField> ALL = List.of(values());

    private final String column;
    private final String apiName;

    UserField(String column, String apiName) {
        this.column = column;
        this.apiName = apiName;
    }

    String column() {
        return column;
    }

    /** Empty for what nobody is told. */
    Optional<String> apiName() {
        return apiName.isEmpty() ? Optional.empty() : Optional.of(apiName);
    }

    static Optional<UserField> named(String apiName) {
        return Arrays.stream(values())
                .filter(field -> !apiName.isEmpty() && field.apiName.equals(apiName))
                .findFirst();
    }
}
