package com.learnamp.entra.fetcher.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.ClientState;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.fetcher.subscription.SubscriptionState.Failing;
import com.learnamp.entra.fetcher.subscription.SubscriptionState.Move;
import com.learnamp.entra.fetcher.subscription.SubscriptionState.None;
import com.learnamp.entra.fetcher.subscription.SubscriptionState.Standing;
import com.learnamp.entra.graph.GraphSubscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubscriptionStateTest {

    private static final Instant NOW = Instant.parse("2026-11-24T11:50:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Instant EARLIER = NOW.minusSeconds(3600);
    private static final EntraTenantId TENANT = new EntraTenantId(new UUID(1, 1));
    private static final byte[] SECRET = new byte[32];
    private static final Wanted WANTED = wanted("https://hooks.example/", "k1");

    @Test
    void whatIsThereIsRenewedAtHalfLifeAndVerifiedInBetween() {
        assertThat(decide(new None())).isEqualTo(Move.MAKE);
        assertThat(decide(new Failing(3, LATER))).isEqualTo(Move.WAIT);
        assertThat(decide(new Failing(3, EARLIER))).isEqualTo(Move.MAKE);
        assertThat(decide(standing(LATER, NOW))).isEqualTo(Move.WAIT);
        assertThat(decide(standing(LATER, EARLIER))).isEqualTo(Move.VERIFY);
        assertThat(decide(standing(NOW, NOW))).isEqualTo(Move.RENEW);
    }

    @Test
    void onceOurAddressOrKeyIsAnotherItIsMadeAnew() {
        Standing old =
                new Standing(
                        "1",
                        wanted("https://hooks.example/", "k0").notificationUrl().toString(),
                        LATER,
                        NOW);

        assertThat(decide(old)).isEqualTo(Move.MAKE);
    }

    @Test
    void onlyOneThatCallsExactlyUsIsAdopted() {
        GraphSubscription ours = found("users", WANTED.notificationUrl(), WANTED.lifecycleUrl());
        GraphSubscription elsewhere =
                found("/Users", URI.create("https://old.example/x"), WANTED.lifecycleUrl());

        assertThat(WANTED.isMetBy(ours)).isTrue();
        assertThat(WANTED.isMetBy(elsewhere)).isFalse();
        assertThat(WANTED.isAbout(elsewhere)).isTrue();
        assertThat(WANTED.isAbout(found("groups", WANTED.notificationUrl(), WANTED.lifecycleUrl())))
                .isFalse();
    }

    @Test
    void theUrlSaysByWhichKeyAndForWhatTheClientStateIsMade() {
        assertThat(WANTED.notificationUrl())
                .hasToString("https://hooks.example/graph/notifications?key=k1&resource=users");
        assertThat(WANTED.lifecycleUrl())
                .hasToString("https://hooks.example/graph/lifecycle?key=k1&resource=users");
        assertThat(WANTED.clientState()).isEqualTo(ClientState.of(SECRET, "k1", TENANT, "users"));
        assertThat(WANTED.toString()).doesNotContain(WANTED.clientState());
    }

    @Test
    void theFirstKeySigns() {
        String secret = Base64.getEncoder().encodeToString(SECRET);

        SigningKeys keys = SigningKeys.parse(Optional.of("new=" + secret + ",old=" + secret));

        assertThat(keys.signing()).hasValueSatisfying(key -> assertThat(key.id()).isEqualTo("new"));
        assertThat(SigningKeys.parse(Optional.empty()).signing()).isEmpty();
        assertThat(keys.toString()).doesNotContain(secret);
    }

    private static Move decide(SubscriptionState state) {
        return state.decide(WANTED, NOW, Duration.ofMinutes(10));
    }

    private static Standing standing(Instant renewAt, Instant verifiedAt) {
        return new Standing("1", WANTED.notificationUrl().toString(), renewAt, verifiedAt);
    }

    private static Wanted wanted(String base, String key) {
        return Wanted.of(
                URI.create(base), new SigningKeys.Key(key, SECRET), TENANT, Resource.USERS);
    }

    private static GraphSubscription found(String resource, URI notification, URI lifecycle) {
        return new GraphSubscription(
                "1",
                resource,
                Wanted.CHANGE_TYPE,
                notification.toString(),
                lifecycle.toString(),
                LATER);
    }
}
