package com.learnamp.entra.console.parked;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the parked ones are meant; an empty text leaves it open.
 *
 * @param text in key, reason or topic
 */
record ParkedFilter(String state, String service, String reason, String text) {

    static final Set<String> STATES =
            Set.of("parked", "retried", "dropped", "superseded", "expired");

    static final String PARKED = "parked";

    /** What an address says; what it does not say is open, and the state is parked. */
    static ParkedFilter of(
            @Nullable String state,
            @Nullable String service,
            @Nullable String reason,
            @Nullable String text) {
        return new ParkedFilter(
                state == null || !STATES.contains(state) ? PARKED : state,
                clean(service),
                clean(reason),
                clean(text));
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.replace("\0", "").strip();
    }
}
