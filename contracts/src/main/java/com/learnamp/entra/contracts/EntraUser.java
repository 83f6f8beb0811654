package com.learnamp.entra.contracts;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user's attributes as Graph gave them, under Microsoft's names; null where Entra has nothing.
 *
 * @param employeeHireDate an instant in Graph, a date in meaning
 * @param additional further attributes that the company's own mappings need, by Microsoft's name
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
        Map<String, String> additional) {

    public EntraUser {
        additional = additional == null ? Map.of() : Map.copyOf(additional);
    }

    /** Personal data: nothing of it goes into a log. */
    @Override
    public String toString() {
        return "EntraUser[redacted]";
    }
}
