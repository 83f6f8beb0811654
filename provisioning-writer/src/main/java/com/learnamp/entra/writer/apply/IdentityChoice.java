package com.learnamp.entra.writer.apply;

import java.util.Locale;

/** An admin's word on whether somebody in Entra is the person who has his address. */
enum IdentityChoice {
    SAME_PERSON,
    NEW_PERSON;

    static IdentityChoice of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
