package com.learnamp.entra.console.openid;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where people sign in, and as whom we ask there.
 *
 * @param issuer as its documents and its tokens name it
 * @param clientSecret null for a client without one; PKCE is used in any case
 * @param certificateAuthority a file in PEM, if it is none of the usual ones
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
public record OpenIdProvider(
        String issuer,
        String clientId,
        @Nullable String clientSecret,
        Optional<Path> certificateAuthority) {

    public OpenIdProvider {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(certificateAuthority, "certificateAuthority");
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "OpenIdProvider[" + issuer + ", " + clientId + "]";
    }
}
