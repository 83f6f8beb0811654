package com.learnamp.entra.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RenewableCredentialTest {

    private final TestClock clock = new TestClock();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger credentials = new AtomicInteger();
    private final RenewableCredential credential = new RenewableCredential(this::source, clock);

    @Test
    void twoWhoWereRefusedTogetherShareTheNewToken() {
        token();
        clock.forward(Duration.ofMinutes(1));
        long first = credential.generation();
        long second = credential.generation();

        boolean firstMayRepeat = credential.renew(first);
        String fresh = token();
        boolean secondMayRepeat = credential.renew(second);

        assertThat(firstMayRepeat).isTrue();
        assertThat(secondMayRepeat).isTrue();
        assertThat(token()).isEqualTo(fresh).isEqualTo("token-2");
    }

    @Test
    void aTokenThatWasJustFetchedIsNotToBlame() {
        token();
        clock.forward(Duration.ofSeconds(29));

        assertThat(credential.renew(credential.generation())).isFalse();
        assertThat(credentials).hasValue(1);
    }

    private String token() {
        return credential.getTokenSync(new TokenRequestContext().addScopes("scope")).getToken();
    }

    private TokenCredential source() {
        credentials.incrementAndGet();
        return request ->
                Mono.fromSupplier(() ->
                        new AccessToken(
                                "token-" + logins.incrementAndGet(),
                                OffsetDateTime.now(clock).plusHours(1)));
    }
}
