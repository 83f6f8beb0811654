package com.learnamp.entra.mapper;

import java.util.Locale;

/** A field that was cut to Learn Amp's length, or a date that is none; counted, never silent. */
enum ShortenedField {
    FIRST_NAME,
    LAST_NAME,
    JOB_TITLE,
    DEPARTMENT,
    LOCATION,
    HIRE_DATE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
