package com.learnamp.entra.stack.system;

import org.jspecify.annotations.Nullable;

/**
 * A row of learnamp.users, with the names of what it refers to.
 *
 * @param objectId the Entra object id; null for somebody whom Entra never had
 * @param team the primary team's name
 */
public record StoredPerson(
        long id,
        @Nullable String objectId,
        String email,
        String firstName,
        String lastName,
        @Nullable String jobTitle,
        @Nullable String department,
        @Nullable String location,
        String language,
        @Nullable String hireDate,
        @Nullable Long manager,
        @Nullable String team,
        String role,
        String status) {

    boolean active() {
        return !status.equals("deactivated");
    }
}
