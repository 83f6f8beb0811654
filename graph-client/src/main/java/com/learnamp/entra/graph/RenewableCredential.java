package com.learnamp.entra.graph;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A tenant's one credential, with its token. azure-identity has a cache of its own, but it can't be
 * told to forget (a token from before the administrator's consent lacks the permissions that it
 * gave, for an hour), and it never hits when the login's address has a port. So the token is kept
 * here, and after a refusal a new credential takes the old one's place, at most once in a while.
 */
final class RenewableCredential implements TokenCredential {

    /**
     * Often enough for an administrator who waits for his consent to count; no load for the login.
     */
    private static final Duration LEAST_AGE = Duration.ofSeconds(30);

    /** A token is replaced this long before its end, so that it doesn't end on the way. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Supplier<TokenCredential> source;
    private final Clock clock;
    private TokenCredential credential;
    private Instant since;
    private long generation;
    private @Nullable AccessToken token;

    RenewableCredential(Supplier<TokenCredential> source, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.credential = source.get();
        this.since = Instant.EPOCH;
    }

    /** Which credential is in use; taken before a request, it tells {@link #renew} who failed. */
    synchronized long generation() {
        return generation;
    }

    /**
     * Says whether there is, or will be, another token than that of the failed generation:
     * repeating makes sense.
     */
    synchronized boolean renew(long failed) {
        if (generation != failed) {
            return true; // Somebody else was refused as well, and has done it.
        }
        if (clock.instant().isBefore(since.plus(LEAST_AGE))) {
            return false;
        }
        credential = source.get();
        token = null;
        generation++;
        return true;
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        return Mono.fromCallable(() -> getTokenSync(request));
    }

    /** One at a time: who waits here would only ask the login for the same token. */
    @Override
    public synchronized AccessToken getTokenSync(TokenRequestContext request) {
        if (request.getClaims() != null) {
            // Graph wants a newer token; azure-identity would answer out of its cache.
            renew(generation);
        }
        AccessToken held = token;
        if (held != null && lasts(held, AHEAD)) {
            return held;
        }
        try {
            AccessToken fresh = credential.getTokenSync(request);
            token = fresh;
            since = clock.instant();
            return fresh;
        } catch (RuntimeException thrown) {
            if (held != null && lasts(held, Duration.ZERO)) {
                return held; // The login is out of order, and there is time to ask again.
            }
            throw LoginFailures.sort(thrown);
        }
    }

    private boolean lasts(AccessToken held, Duration ahead) {
        return clock.instant().plus(ahead).isBefore(held.getExpiresAt().toInstant());
    }
}
