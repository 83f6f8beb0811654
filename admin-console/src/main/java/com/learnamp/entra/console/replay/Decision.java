package com.learnamp.entra.console.replay;

import java.util.List;

/** What is decided about a replay that has begun. */
enum Decision {
    PAUSE("paused", List.of("running")),
    RESUME("running", List.of("paused")),
    STOP("stopped", List.of("running", "paused"));

    private final String state;
    private final List<String> from;

    Decision(String state, List<String> from) {
        this.state = state;
        this.from = from;
    }

    /** Afterwards. */
    String state() {
        return state;
    }

    /** In which states it can be decided. */
    List<String> from() {
        return from;
    }
}
