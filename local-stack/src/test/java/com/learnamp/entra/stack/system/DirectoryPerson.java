package com.learnamp.entra.stack.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the directory has in the group, as the simulator's truth tells it. The rules of
 * what Learn Amp should have are written here once more and more simply than in user-mapper, so
 * that the one can find the other's mistakes.
 */
public record DirectoryPerson(
        String id,
        @Nullable String userPrincipalName,
        @Nullable String mail,
        @Nullable String givenName,
        @Nullable String surname,
        @Nullable String displayName,
        @Nullable String jobTitle,
        @Nullable String department,
        @Nullable String officeLocation,
        @Nullable String preferredLanguage,
        @Nullable String employeeHireDate,
        @Nullable String manager) {

    static DirectoryPerson of(JsonNode json) {
        return new DirectoryPerson(
                json.path("id").asText(),
                text(json, "userPrincipalName"),
                text(json, "mail"),
                text(json, "givenName"),
                text(json, "surname"),
                text(json, "displayName"),
                text(json, "jobTitle"),
                text(json, "department"),
                text(json, "officeLocation"),
                text(json, "preferredLanguage"),
                text(json, "employeeHireDate"),
                text(json, "manager"));
    }

    /** Empty for a guest without a mail address, whom Learn Amp can't have. */
    Optional<String> email() {
        boolean guest = userPrincipalName != null && userPrincipalName.contains("#EXT#");
        return trimmed(guest ? mail : userPrincipalName)
                .map(address -> address.toLowerCase(Locale.ROOT));
    }

    /** The date that stands before the T: all of the directory's are in UTC. */
    Optional<String> hireDate() {
        return trimmed(employeeHireDate).map(instant -> instant.substring(0, 10));
    }

    static Optional<String> trimmed(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(kept -> !kept.isEmpty());
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.hasNonNull(name) ? json.path(name).asText() : null;
    }
}
