package com.learnamp.entra.console.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person as the documentation shows one. */
sealed interface UserAnswer {

    /** The form of lists, and of managers. */
    record Short(
            long id,
            String firstName,
            String lastName,
            @Nullable String jobTitle,
            String email,
            String timeZone,
            String language,
            String role,
            @Nullable String integrationExternalId,
            @Nullable LocalDate hireDate,
            String profileUrl,
            Status status)
            implements UserAnswer {

        /** Personal data: nothing of it goes into a log. */
        @Override
        public String toString() {
            return "Short[" + id + "]";
        }
    }

    /**
     * The form of one person, and of lists that are asked for with {@code expanded}.
     *
     * @param manager the override manager
     */
    record Expanded(
            @JsonUnwrapped Short inShort,
            @Nullable String occupationRole,
            @Nullable String avatar,
            @Nullable Short manager,
            @Nullable String location,
            @Nullable String department,
            @Nullable TeamAnswer primaryTeam,
            List<TeamAnswer> secondaryTeams,
            List<Map<String, String>> customFields)
            implements UserAnswer {

        /** Personal data: nothing of it goes into a log. */
        @Override
        public String toString() {
            return "Expanded[" + inShort.id() + "]";
        }
    }

    /**
     * @param status "Confirmed"
     * @param time "On 29 Nov 16"
     */
    record Status(String status, String time) {}
}
