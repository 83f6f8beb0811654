package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The synced fields under Learn Amp's names; null is a blank in Entra, which clears only what this
 * integration wrote.
 *
 * @param email lower case
 * @param nameSource where the names came from when Entra lacks one
 * @param primaryTeamName the team to be in; null leaves the team as it is
 * @param language one of Learn Amp's codes
 * @param languageSource where the language came from; null where an older mapper didn't say
 * @param customFields by the company's own mappings; one that is left out stays as it is
 */
public record UserFields(
        String email,
        String firstName,
        String lastName,
        NameSource nameSource,
        @Nullable String jobTitle,
        @Nullable String department,
        @Nullable String primaryTeamName,
        @Nullable String location,
        String language,
        @Nullable LanguageSource languageSource,
        @Nullable LocalDate hireDate,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CustomFieldValue> customFields) {

    /** Which attribute the weaker of the two names came from. */
    public enum NameSource {
        GIVEN_NAME_AND_SURNAME,
        DISPLAY_NAME,
        EMAIL
    }

    /** What the language goes by. */
    public enum LanguageSource {
        PREFERRED_LANGUAGE,
        /** Entra has none, or one that Learn Amp has not: it is no word about this person. */
        COMPANY
    }

    public UserFields {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(firstName, "firstName");
        Objects.requireNonNull(lastName, "lastName");
        Objects.requireNonNull(nameSource, "nameSource");
        Objects.requireNonNull(language, "language");
        customFields = customFields == null ? List.of() : List.copyOf(customFields);
    }

    /** Personal data: nothing of it goes into a log. */
    @Override
    public String toString() {
        return "UserFields[redacted]";
    }
}
