package com.learnamp.entra.graph;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as the directory tells it; null is what Graph leaves out or says is null. Strings are as
 * Graph wrote them. A person whom the app may not read has an id and nothing else, not even a
 * userPrincipalName.
 *
 * @param employeeHireDate an instant in Graph, a date in meaning: midnight UTC of the day that was
 *     entered
 * @param accountEnabled null when the app may not read it
 * @param userType {@code Member} or {@code Guest}
 * @param additional what else the {@link UserSelection} asked for, as text, by Graph's name; parts
 *     of a complex attribute as {@code onPremisesExtensionAttributes/extensionAttribute1}, several
 *     values joined by ", "; attributes without a value are absent
 * @param unread what was asked for and could not be: the tenant does not know it
 */
public record DirectoryUser(
        UUID id,
        @Nullable String userPrincipalName,
        @Nullable String mail,
        @Nullable String displayName,
        @Nullable String givenName,
        @Nullable String surname,
        @Nullable String jobTitle,
        @Nullable String department,
        @Nullable String officeLocation,
        @Nullable String preferredLanguage,
        @Nullable Instant employeeHireDate,
        @Nullable Boolean accountEnabled,
        @Nullable String userType,
        ManagerReading manager,
        Map<String, String> additional,
        Set<String> unread) {

    public DirectoryUser {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(manager, "manager");
        additional = Map.copyOf(additional);
        unread = Set.copyOf(unread);
    }

    /** Read with everything that was asked for. */
    public DirectoryUser(
            UUID id,
            @Nullable String userPrincipalName,
            @Nullable String mail,
            @Nullable String displayName,
            @Nullable String givenName,
            @Nullable String surname,
            @Nullable String jobTitle,
            @Nullable String department,
            @Nullable String officeLocation,
            @Nullable String preferredLanguage,
            @Nullable Instant employeeHireDate,
            @Nullable Boolean accountEnabled,
            @Nullable String userType,
            ManagerReading manager,
            Map<String, String> additional) {
        this(
                id,
                userPrincipalName,
                mail,
                displayName,
                givenName,
                surname,
                jobTitle,
                department,
                officeLocation,
                preferredLanguage,
                employeeHireDate,
                accountEnabled,
                userType,
                manager,
                additional,
                Set.of());
    }

    /**
     * @param names what the tenant does not know; those that have a value were read all the same
     */
    DirectoryUser withUnread(Collection<String> names) {
        Set<String> absent = new HashSet<>(names);
        absent.removeAll(additional.keySet());
        return new DirectoryUser(
                id,
                userPrincipalName,
                mail,
                displayName,
                givenName,
                surname,
                jobTitle,
                department,
                officeLocation,
                preferredLanguage,
                employeeHireDate,
                accountEnabled,
                userType,
                manager,
                additional,
                absent);
    }

    /** The id alone: the rest is personal data, and records end up in logs. */
    @Override
    public String toString() {
        return "DirectoryUser[id=" + id + "]";
    }
}
