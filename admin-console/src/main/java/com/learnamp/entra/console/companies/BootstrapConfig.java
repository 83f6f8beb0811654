package com.learnamp.entra.console.companies;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The first who may do anything; both are made at the start where they are absent. */
@ConfigMapping(prefix = "console.bootstrap")
interface BootstrapConfig {

    /** A client of operations. */
    Optional<String> opsClientId();

    Optional<String> opsClientSecret();

    /** Somebody of Learn Amp's staff, who signs in with a password. */
    Optional<String> staffEmail();

    Optional<String> staffPassword();

    @WithDefault("Learn Amp operations")
    String staffName();
}
