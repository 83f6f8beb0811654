package com.learnamp.entra.writer.company;

import java.util.Locale;

/** Live work and bulk work: same rules, different queues. */
public enum Lane {
    LIVE,
    BULK;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
