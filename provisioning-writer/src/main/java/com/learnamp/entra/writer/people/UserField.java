package com.learnamp.entra.writer.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of a user that this service reads or writes, and their names in Learn Amp's API. */
public enum UserField {
    EMAIL("email", "email"),
    FIRST_NAME("first_name", "firstName"),
    LAST_NAME("last_name", "lastName"),
    JOB_TITLE("job_title", "jobTitle"),
    TIME_ZONE("time_zone", "timeZone"),
    LANGUAGE("language", "language"),
    ROLE("role", "role"),
    EXTERNAL_ID("integration_external_id", "integrationExternalId"),
    HIRE_DATE("hire_date", "hireDate"),
    LOCATION("location", "location"),
    DEPARTMENT("department", "department"),
    MANAGER("manager_id", "manager"),
    PRIMARY_TEAM("primary_team_id", "primaryTeam"),
    /** The ids of all of them; this service only ever ends the memberships. */
    SECONDARY_TEAMS("secondary_teams", "secondaryTeams"),
    STATUS("status", "status"),
    STATUS_BEFORE_DEACTIVATION("status_before_deactivation", "");

    private static final List<UserField> ALL = List.of(values());

    private final String column;
    private final String apiName;

    UserField(String column, String apiName) {
        this.column = column;
        this.apiName = apiName;
    }

    public String column() {
        return column;
    }

    /** Empty for what the API does not tell, and so no event and no history. */
    public Optional<String> apiName() {
        return apiName.isEmpty() ? Optional.empty() : Optional.of(apiName);
    }

    static List<UserField> all() {
        return ALL;
    }

    public static Optional<UserField> ofApiName(String name) {
        return Arrays.stream(values())
                .filter(field -> !name.isEmpty() && field.apiName.equals(name))
                .findFirst();
    }

    static UserField ofColumn(String column) {
        return Arrays.stream(values())
                .filter(field -> field.column.equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + column));
    }
}
