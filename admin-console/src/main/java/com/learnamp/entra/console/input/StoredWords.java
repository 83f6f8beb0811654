package com.learnamp.entra.console.input;

import java.util.Locale;

/** Constants as the store and the API spell them: {@code group_change}. */
public final class StoredWords {

    private StoredWords() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
