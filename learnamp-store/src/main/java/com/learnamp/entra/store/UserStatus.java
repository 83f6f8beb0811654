package com.learnamp.entra.store;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a person stands on the way into Learn Amp, and out of it. */
public enum UserStatus {
    NOT_INVITED,
    INVITE_SCHEDULED,
    INVITE_PENDING,
    CONFIRMED,
    DEACTIVATED;

    /** The name in the store and in the filters of the public API: {@code invite_pending}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<UserStatus> ofCode(String code) {
        return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
    }
}
