package com.learnamp.entra.console.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Signing in by OpenID Connect in place of passwords. */
@ConfigMapping(prefix = "console.oidc")
interface OidcConfig {

    @WithDefault("false")
    boolean enabled();

    /** As the provider's documents and tokens name it. */
    Optional<URI> issuer();

    Optional<String> clientId();

    Optional<String> clientSecret();

    /** A file in PEM, for a provider whose authority is none of the usual ones. */
    Optional<Path> certificateAuthority();

    /** The claim that holds the address by which somebody is known in Learn Amp. */
    @WithDefault("email")
    String emailClaim();

    /** For providers that say nothing of whether an address is verified, and whose all are. */
    @WithDefault("false")
    boolean trustUnverifiedEmail();
}
