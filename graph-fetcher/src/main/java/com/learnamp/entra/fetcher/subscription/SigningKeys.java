package com.learnamp.entra.fetcher.subscription;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The keys that client states are made with, the signing one first. */
record SigningKeys(Map<String, byte[]> byId) {

    private static final int SHORTEST = 32;

    /** One of them. */
    record Key(String id, byte[] secret) {}

    /**
     * @throws IllegalArgumentException if the text has not the form {@code id=base64,id2=base64}
     */
    static SigningKeys parse(Optional<String> text) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String entry : text.orElse("").split(",", -1)) {
            if (entry.isBlank()) {
                continue;
            }
            int equals = entry.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException(
                        "SUBSCRIPTION_KEYS has the form id=base64secret,id2=base64secret");
            }
            byte[] secret = Base64.getDecoder().decode(entry.substring(equals + 1).strip());
            if (secret.length < SHORTEST) {
                throw new IllegalArgumentException(
                        "a key in SUBSCRIPTION_KEYS has fewer than " + SHORTEST + " bytes");
            }
            keys.put(entry.substring(0, equals).strip(), secret);
        }
        return new SigningKeys(keys);
    }

    Optional<Key> signing() {
        return byId.entrySet().stream()
                .findFirst()
                .map(entry -> new Key(entry.getKey(), entry.getValue()));
    }

    @Override
    public String toString() {
        return "SigningKeys" + byId.keySet();
    }
}
