package com.learnamp.entra.writer.runs;

import java.util.Locale;

/** What became of a command, as the figures of a run count it. */
public enum Figure {
    CREATED,
    LINKED,
    UPDATED,
    UNCHANGED,
    DEACTIVATED,
    REACTIVATED,
    /** The guard keeps it back: it may be done later. */
    WAITING,
    /** Learn Amp can't have him as Entra has him; shown under Needs attention. */
    REJECTED,
    PARKED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
