package com.learnamp.entra.store;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person may do in Learn Amp; new people are viewers. */
public enum UserRole {
    VIEWER,
    CURATOR,
    REPORTER,
    LEARNING_DESIGNER,
    HR,
    ADMIN,
    OWNER;

    /** The name in the store and in the public API: {@code learning_designer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<UserRole> ofCode(String code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
