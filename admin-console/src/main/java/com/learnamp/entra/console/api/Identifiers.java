package com.learnamp.entra.console.api;

import java.util.Optional;
import java.util.regex.Pattern;

/** Learn Amp's ids as they stand in addresses and parameters. */
final class Identifiers {

    /** As many digits as surely fit. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private Identifiers() {}

    static Optional<Long> parse(String text) {
        return DIGITS.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** Free text, except that PostgreSQL has no text with a zero in it. */
    static Optional<String> external(String text) {
        return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    }
}
