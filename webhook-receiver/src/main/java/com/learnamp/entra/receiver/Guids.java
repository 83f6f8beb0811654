package com.learnamp.entra.receiver;

import com.learnamp.entra.contracts.EntraObjectId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids in foreign text, which may be anything. */
final class Guids {

    private Guids() {}

    static Optional<UUID> in(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(EntraObjectId.parse(text).value());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
