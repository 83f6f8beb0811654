package com.learnamp.entra.console.why;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking Entra.
 *
 * @param failure why it could not be read; null otherwise
 */
record EntraSays(State state, @Nullable String failure, List<EntraPerson> people) {

    /** Whether there is an answer. */
    enum State {
        ANSWERED,
        FAILED,
        /** Not in time: it can be asked again. */
        SILENT,
        /** No tenant and group have been saved. */
        NOT_CONNECTED
    }

    static final EntraSays SILENT = new EntraSays(State.SILENT, null, List.of());
    static final EntraSays NOT_CONNECTED = new EntraSays(State.NOT_CONNECTED, null, List.of());

    EntraSays {
        people = List.copyOf(people);
    }
}
