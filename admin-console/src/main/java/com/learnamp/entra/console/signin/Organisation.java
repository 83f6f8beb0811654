package com.learnamp.entra.console.signin;

import com.learnamp.entra.console.openid.OpenIdProvider;
import com.learnamp.entra.console.openid.ProviderAnswer;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The provider that people sign in at where passwords are not asked for, and whom it says they are.
 */
@ApplicationScoped
class Organisation {

    private static final String VERIFIED = "email_verified";

    private final OidcConfig config;
    private final SignIn signIn;

    Organisation(OidcConfig config, SignIn signIn) {
        this.config = config;
        this.signIn = signIn;
    }

    /** Half a configuration is none: it ends the start. */
    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            provider();
        }
    }

    boolean isAsked() {
        return config.enabled();
    }

    OpenIdProvider provider() {
        return new OpenIdProvider(
                config.issuer().map(URI::toString).orElseThrow(missing("issuer")),
                config.clientId().orElseThrow(missing("client-id")),
                config.clientSecret().orElse(null),
                config.certificateAuthority());
    }

    /** What becomes of somebody who comes back. */
    sealed interface Arrival {

        record SignedIn(SignIn.Outcome outcome) implements Arrival {}

        record TurnedAway(SignInPage.Notice notice) implements Arrival {}
    }

    Arrival arrival(ProviderAnswer answer, Optional<String> chosen) {
        return switch (answer) {
            case ProviderAnswer.Proven(IDTokenClaimsSet claims) ->
                    address(claims)
                            .map(address -> arrival(signIn.withProvenAddress(address, chosen)))
                            .orElse(new Arrival.TurnedAway(SignInPage.Notice.NOT_VERIFIED));
            case ProviderAnswer.Declined declined ->
                    new Arrival.TurnedAway(SignInPage.Notice.DECLINED);
            case ProviderAnswer.Untrue untrue -> new Arrival.TurnedAway(SignInPage.Notice.UNTRUE);
            case ProviderAnswer.Unreachable unreachable ->
                    new Arrival.TurnedAway(SignInPage.Notice.UNREACHABLE);
        };
    }

    private static Arrival arrival(SignIn.Outcome outcome) {
        return outcome instanceof SignIn.Outcome.Refused
                ? new Arrival.TurnedAway(SignInPage.Notice.NOT_KNOWN)
                : new Arrival.SignedIn(outcome);
    }

    /** An address that nobody has verified proves nothing: whoever likes may enter it there. */
    private Optional<String> address(IDTokenClaimsSet claims) {
        boolean verified =
                config.trustUnverifiedEmail()
                        || Boolean.TRUE.equals(claims.getBooleanClaim(VERIFIED));
        return verified
                ? Optional.ofNullable(claims.getStringClaim(config.emailClaim()))
                        .filter(address -> !address.isBlank())
                : Optional.empty();
    }

    private static Supplier<IllegalStateException> missing(String name) {
        return () ->
                new IllegalStateException(
                        "console.oidc.enabled is true, so console.oidc."
                                + name
                                + " has to be set, too");
    }
}
