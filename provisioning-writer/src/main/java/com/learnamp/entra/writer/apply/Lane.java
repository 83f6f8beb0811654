package com.learnamp.entra.writer.apply;

import java.util.Locale;

/** Live work and bulk work: same rules, different queues. */
enum Lane {
    LIVE,
    BULK;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
