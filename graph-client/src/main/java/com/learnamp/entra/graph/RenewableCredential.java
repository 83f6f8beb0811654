package com.learnamp.entra.graph;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A tenant's one credential. azure-identity keeps a token for its whole hour and can't be told to
 * forget it; but a token from before the administrator's consent lacks the permissions that it
 * gave, and one that Graph no longer accepts stays unaccepted. So a new credential takes the old
 * one's place, at most once in a while.
 */
final class RenewableCredential implements TokenCredential {

    /**
     * Often enough for an administrator who waits for his consent to count; no load for the login.
     */
    private static final Duration LEAST_AGE = Duration.ofSeconds(30);

    private final Supplier<TokenCredential> source;
    private final Clock clock;
    private TokenCredential current;
    private Instant since;

    RenewableCredential(Supplier<TokenCredential> source, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.current = source.get();
        this.since = clock.instant();
    }

    /**
     * @return whether there is a new credential, so that asking again makes sense
     */
    synchronized boolean renew() {
        Instant now = clock.instant();
        if (now.isBefore(since.plus(LEAST_AGE))) {
            return false;
        }
        current = source.get();
        since = now;
        return true;
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        return current().getToken(request);
    }

    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
        try {
            return current().getTokenSync(request);
        } catch (RuntimeException thrown) {
            throw LoginFailures.sort(thrown);
        }
    }

    private synchronized TokenCredential current() {
        return current;
    }
}
