package com.learnamp.entra.console.erasure;

import com.learnamp.entra.contracts.EntraObjectId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody whom Learn Amp has never created, by what is known of him. */
sealed interface Stranger {

    /** An account in Entra. */
    record Account(EntraObjectId object) implements Stranger {}

    /** An address, whoever has it in Entra. */
    record Address(String email) implements Stranger {

        /** Personal data. */
        @Override
        public String toString() {
            return "Address[redacted]";
        }
    }

    /**
     * @return empty for what is neither an object id nor an address
     */
    static Optional<Stranger> parse(@Nullable String text) {
        String typed = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (typed.matches("[^@\\s\\x00]+@[^@\\s\\x00]+") && typed.length() <= 320) {
            return Optional.of(new Address(typed));
        }
        return ErasuresApi.parse(typed).map(id -> new Account(new EntraObjectId(id)));
    }
}
