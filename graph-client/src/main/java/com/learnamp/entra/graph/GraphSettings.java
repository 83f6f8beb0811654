package com.learnamp.entra.graph;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where Graph and its login are, and who we are there. Validates itself, so that a wrong setting is
 * named at start and not by the first request.
 *
 * @param graphBase with its version, e.g. {@code https://graph.microsoft.com/v1.0}; plain http for
 *     loopback hosts only
 * @param loginBase e.g. {@code https://login.microsoftonline.com}; always https, azure-identity
 *     takes nothing else
 * @param loginCertificateAuthority PEM file trusted in addition to the JVM's own authorities, for
 *     both addresses
 * @param clientId of the app registration
 * @param clientSecret the secret's value, not its id
 */
public record GraphSettings(
        URI graphBase,
        URI loginBase,
        @Nullable Path loginCertificateAuthority,
        String clientId,
        String clientSecret) {

    public GraphSettings {
        graphBase = GraphAddress.graph(Objects.requireNonNull(graphBase, "graphBase"));
        loginBase = GraphAddress.login(Objects.requireNonNull(loginBase, "loginBase"));
        clientId = required(clientId, "clientId");
        clientSecret = required(clientSecret, "clientSecret");
    }

    private static String required(String value, String name) {
        Objects.requireNonNull(value, name);
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    name
                            + " is empty: enter the value from the app registration in Microsoft Entra");
        }
        return value.strip();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "GraphSettings[graphBase="
                + graphBase
                + ", loginBase="
                + loginBase
                + ", clientId="
                + clientId
                + "]";
    }
}
