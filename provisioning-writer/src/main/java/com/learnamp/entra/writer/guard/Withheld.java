package com.learnamp.entra.writer.guard;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the guard has kept back of somebody until now.
 *
 * @param approved whether an admin has approved it
 * @param since when it was first to be done
 * @param dueAt when the grace period ends
 */
record Withheld(State state, boolean approved, Instant since, @Nullable Instant dueAt) {

    /** What it waits for. */
    enum State {
        /** The end of the grace period. */
        GRACE,
        /** An admin's decision. */
        REVIEW,
        /** The end of the hold on the person. */
        HELD,
        /** A new look: nobody holds the person any more, and the guard begins anew. */
        RELEASED,
        /** A new look, and what it says is done. */
        ASKED,
        /** Nothing: an admin has said no. */
        REJECTED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }
}
