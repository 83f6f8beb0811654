package com.learnamp.entra.fetcher.graph;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where Microsoft Graph is, and who we are there. */
@ConfigMapping(prefix = "graph")
public interface GraphConfig {

    /** With its version, e.g. {@code https://graph.microsoft.com/v1.0}. */
    URI baseUrl();

    /** E.g. {@code https://login.microsoftonline.com}. */
    URI loginUrl();

    /** PEM file of an authority to trust in addition, as the simulator needs it. */
    Optional<Path> loginCa();

    Optional<String> clientId();

    Optional<String> clientSecret();

    /** A file that holds the secret, in place of {@link #clientSecret()}. */
    Optional<Path> clientSecretFile();
}
