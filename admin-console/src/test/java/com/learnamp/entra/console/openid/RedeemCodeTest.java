package com.learnamp.entra.console.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.console.openid.Begun.About;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of everything that an id token claims, one thing that does not hold is enough to refuse it. */
class RedeemCodeTest {

    private static final URI BACK = URI.create("http://localhost:8080/sign-in/organisation/answer");
    private static final String NONCE = "the nonce of this sign-in";
    private static final Begun BEGUN =
            new Begun(
                    NONCE,
                    "a-verifier-of-at-least-forty-three-characters-42",
                    new About.SignIn("/", null));

    private final ProviderOnDemand provider = ProviderOnDemand.start();
    private final RedeemCode redeem = new RedeemCode(new KnownProviders(Clock.systemUTC()));

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void aTokenThatHoldsProvesWhatItClaims() {
        provider.says(NONCE, claims -> claims.claim("email", "helen@marlowehythe.example"));

        ProviderAnswer answer = redeem.redeem(provider.asProvider(), BACK, BEGUN, "the code");

        assertThat(answer)
                .isInstanceOfSatisfying(
                        ProviderAnswer.Proven.class,
                        proven ->
                                assertThat(proven.claims().getStringClaim("email"))
                                        .isEqualTo("helen@marlowehythe.example"));
        assertThat(provider.askedWith())
                .contains("code=the+code", "code_verifier=" + BEGUN.codeVerifier())
                .contains("client_secret=a+secret");
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another nonce", claims -> claims.claim("nonce", "another")),
                lie("no nonce", claims -> claims.claim("nonce", null)),
                lie("another audience", claims -> claims.audience("somebody else's client")),
                lie("another issuer", claims -> claims.issuer("https://elsewhere.example")),
                lie(
                        "a time that is over",
                        claims ->
                                claims.expirationTime(Date.from(Instant.now().minusSeconds(600)))),
                lie(
                        "a time to come",
                        claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(600)))));
    }

    private static Arguments lie(String what, UnaryOperator<JWTClaimsSet.Builder> changes) {
        return Arguments.of(what, changes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aTokenWithAClaimThatDoesNotHoldProvesNothing(
            String what, UnaryOperator<JWTClaimsSet.Builder> changes) {
        provider.says(NONCE, changes);

        assertThat(redeem.redeem(provider.asProvider(), BACK, BEGUN, "the code"))
                .isInstanceOf(ProviderAnswer.Untrue.class);
    }

    @Test
    void aSignatureOfSomebodyElseProvesNothing() {
        provider.saysWithAnothersKey(NONCE);

        assertThat(redeem.redeem(provider.asProvider(), BACK, BEGUN, "the code"))
                .isInstanceOf(ProviderAnswer.Untrue.class);
    }

    @Test
    void aTokenWithoutSignatureProvesNothingAlthoughTheProviderOffersNone() {
        provider.saysWithoutSignature(NONCE);

        assertThat(redeem.redeem(provider.asProvider(), BACK, BEGUN, "the code"))
                .isInstanceOf(ProviderAnswer.Untrue.class);
    }

    @Test
    void aCodeThatTheProviderDoesNotTakeProvesNothing() {
        provider.refusesTheCode();

        assertThat(redeem.redeem(provider.asProvider(), BACK, BEGUN, "used already"))
                .isInstanceOf(ProviderAnswer.Untrue.class);
    }

    @Test
    void withoutACodeHeDeclinedAndNobodyIsAsked() {
        assertThat(redeem.redeem(provider.asProvider(), BACK, BEGUN, null))
                .isInstanceOf(ProviderAnswer.Declined.class);
        assertThat(provider.askedWith()).isEmpty();
    }

    @Test
    void aProviderThatIsAwayIsUnreachable() {
        OpenIdProvider away =
                new OpenIdProvider(
                        "http://localhost:1", ProviderOnDemand.CLIENT, null, Optional.empty());

        assertThat(redeem.redeem(away, BACK, BEGUN, "the code"))
                .isInstanceOf(ProviderAnswer.Unreachable.class);
    }

    /** Its documents name another issuer than the one that was configured. */
    @Test
    void aProviderThatPretendsToBeAnotherIsNotTaken() {
        provider.says(NONCE, claims -> claims);
        OpenIdProvider pretended =
                new OpenIdProvider(
                        provider.issuer().replace("localhost", "127.0.0.1"),
                        ProviderOnDemand.CLIENT,
                        null,
                        Optional.empty());

        assertThat(redeem.redeem(pretended, BACK, BEGUN, "the code"))
                .isInstanceOf(ProviderAnswer.Unreachable.class);
    }
}
