package com.learnamp.entra.receiver;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that client states are signed with, by id: all of them verify, so that they rotate. */
final class SubscriptionKeys {

    private static final int SHORTEST = 32;

    private final Map<String, byte[]> keys;

    private SubscriptionKeys(Map<String, byte[]> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * @param text {@code id=base64,id2=base64}; at least one, each of at least 32 bytes
     * @throws IllegalArgumentException that says what is wrong without a word of the secrets
     */
    static SubscriptionKeys parse(String text) {
        Map<String, byte[]> keys = new HashMap<>();
        List<String> entries =
                Arrays.stream(text.split(",", -1)).filter(entry -> !entry.isBlank()).toList();
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("SUBSCRIPTION_KEYS: there is none");
        }
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "SUBSCRIPTION_KEYS: expected id=base64,id2=base64");
            }
            String id = entry.substring(0, equals).strip();
            if (keys.put(id, secret(id, entry.substring(equals + 1).strip())) != null) {
                throw new IllegalArgumentException("SUBSCRIPTION_KEYS: " + id + " is there twice");
            }
        }
        return new SubscriptionKeys(keys);
    }

    Optional<byte[]> find(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(keys.get(id)).map(byte[]::clone);
    }

    private static byte[] secret(String id, String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "SUBSCRIPTION_KEYS: the secret of " + id + " is not Base64", e);
        }
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "SUBSCRIPTION_KEYS: the secret of " + id + " has fewer than 32 bytes");
        }
        return secret;
    }

    @Override
    public String toString() {
        return "SubscriptionKeys[" + keys.size() + "]";
    }
}
