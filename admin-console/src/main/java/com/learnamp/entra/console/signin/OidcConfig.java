package com.learnamp.entra.console.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Signing in by OpenID Connect in place of passwords; the provider itself is quarkus.oidc. */
@ConfigMapping(prefix = "console.oidc")
interface OidcConfig {

    @WithDefault("false")
    boolean enabled();

    /** The claim that holds the address by which somebody is known in Learn Amp. */
    @WithDefault("email")
    String emailClaim();

    /** For providers that say nothing of whether an address is verified, and whose all are. */
    @WithDefault("false")
    boolean trustUnverifiedEmail();
}
