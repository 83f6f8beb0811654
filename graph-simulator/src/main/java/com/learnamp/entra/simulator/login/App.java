package com.learnamp.entra.simulator.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The one app registration that the simulated cloud knows. */
public record App(String clientId, String clientSecret) {

    boolean hasSecret(String offered) {
        return MessageDigest.isEqual(
                clientSecret.getBytes(StandardCharsets.UTF_8),
                offered.getBytes(StandardCharsets.UTF_8));
    }

    /** The id alone: the secret stays out of logs. */
    @Override
    public String toString() {
        return "App[" + clientId + "]";
    }
}
