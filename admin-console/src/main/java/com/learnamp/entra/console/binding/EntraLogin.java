package com.learnamp.entra.console.binding;

import com.learnamp.entra.console.openid.OpenIdProvider;
import com.learnamp.entra.contracts.EntraTenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Entra's login, asked as the one application that every customer lets in: the same as
 * graph-fetcher is. Each tenant is an issuer of its own there.
 */
@ApplicationScoped
public class EntraLogin {

    private final String loginUrl;
    private final Optional<String> clientId;
    private final Optional<String> clientSecret;
    private final Optional<Path> clientSecretFile;
    private final Optional<Path> certificateAuthority;

    EntraLogin(
            @ConfigProperty(name = "console.graph.login-url") String loginUrl,
            @ConfigProperty(name = "console.graph.client-id") Optional<String> clientId,
            @ConfigProperty(name = "console.graph.client-secret") Optional<String> clientSecret,
            @ConfigProperty(name = "console.graph.client-secret-file")
                    Optional<Path> clientSecretFile,
            @ConfigProperty(name = "console.graph.login-ca") Optional<Path> certificateAuthority) {
        this.loginUrl = loginUrl.replaceAll("/+$", "");
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clientSecretFile = clientSecretFile;
        this.certificateAuthority = certificateAuthority;
    }

    /** Whether there is an application that people could sign in to. */
    public boolean isConfigured() {
        return clientId.isPresent() && (clientSecret.isPresent() || clientSecretFile.isPresent());
    }

    OpenIdProvider of(EntraTenantId tenant) {
        return new OpenIdProvider(
                loginUrl + "/" + tenant + "/v2.0",
                clientId.orElseThrow(),
                secret(),
                certificateAuthority);
    }

    URI adminConsent(EntraTenantId tenant, URI redirect, String state) {
        return UriBuilder.fromUri(loginUrl)
                .path("{tenant}")
                .path("adminconsent")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("state", "{state}")
                .build(tenant, clientId.orElseThrow(), redirect, state);
    }

    private @Nullable String secret() {
        return clientSecretFile.map(EntraLogin::read).or(() -> clientSecret).orElse(null);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the file with the client secret (GRAPH_CLIENT_SECRET_FILE) can't be read", e);
        }
    }
}
