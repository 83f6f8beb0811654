package com.learnamp.entra.writer.apply;

import java.util.Locale;

/** How a mapped field is written. */
enum FieldRule {
    /** As Entra has it; a blank clears what this integration wrote. */
    ALWAYS,
    /** Where there is nothing, or nothing but what this integration wrote. */
    ONLY_WHEN_EMPTY,
    /** As Entra has it, but a blank clears nothing. */
    NEVER_CLEAR;

    static FieldRule of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
