package com.learnamp.entra.stack.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody spent in the group.
 *
 * @param until null if it goes on
 */
record Presence(Instant since, @Nullable Instant until) {

    static Presence of(JsonNode interval) {
        return new Presence(
                Instant.parse(interval.path("since").asText()),
                interval.hasNonNull("until")
                        ? Instant.parse(interval.path("until").asText())
                        : null);
    }

    /** Without a moment outside. */
    boolean covers(Instant from, Instant to) {
        return !since.isAfter(from) && (until == null || until.isAfter(to));
    }
}
