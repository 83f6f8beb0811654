package com.learnamp.entra.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person in Learn Amp.
 *
 * @param email lower case
 * @param timeZone a Rails name such as "London"
 * @param language one of Learn Amp's codes
 * @param integrationExternalId unique within the company; the Entra object id of synced people
 * @param avatarHash of the photo's bytes
 * @param managerId the override manager, not the team's
 * @param statusAt since when the status holds
 */
public record Individual(
        long id,
        String email,
        String firstName,
        String lastName,
        @Nullable String jobTitle,
        String timeZone,
        String language,
        UserRole role,
        @Nullable String integrationExternalId,
        @Nullable String occupationRole,
        @Nullable LocalDate hireDate,
        @Nullable String location,
        @Nullable String department,
        @Nullable String avatarHash,
        @Nullable Long managerId,
        @Nullable Long primaryTeamId,
        UserStatus status,
        Instant statusAt,
        @Nullable Instant deactivatedAt,
        Instant createdAt,
        Instant updatedAt) {

    public Individual {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(firstName, "firstName");
        Objects.requireNonNull(lastName, "lastName");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(statusAt, "statusAt");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }

    /** Personal data: nothing of it goes into a log. */
    @Override
    public String toString() {
        return "Individual[" + id + "]";
    }
}
