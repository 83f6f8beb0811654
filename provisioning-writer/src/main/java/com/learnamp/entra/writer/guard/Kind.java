package com.learnamp.entra.writer.guard;

import java.util.Locale;

/** What is counted, and kept back where it is too much. */
public enum Kind {
    DEACTIVATION,
    CREATION,
    INVITATION,
    /** Values of somebody that would be cleared. */
    CLEARING;

    static Kind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
