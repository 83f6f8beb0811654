package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A user's attributes as Graph gave them, under Microsoft's names; null where Entra has nothing.
 *
 * @param employeeHireDate an instant in Graph, a date in meaning
 * @param additional further attributes that the company's own mappings need, by Microsoft's name
 * @param unread those of them that could not be read, since the tenant does not know them: that
 *     they are not in {@code additional} says nothing
 */
public record EntraUser(
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
        Map<String, String> additional,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> unread) {

    public EntraUser {
        additional = additional == null ? Map.of() : Map.copyOf(additional);
        unread = unread == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(unread));
    }

    /** Read with everything that the mappings need. */
    public EntraUser(
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
            Map<String, String> additional) {
        this(
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
                additional,
                Set.of());
    }

    /** Personal data: nothing of it goes into a log. */
    @Override
    public String toString() {
        return "EntraUser[redacted]";
    }
}
