package com.learnamp.entra.fetcher.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Where a tenant's subscription stands, as its row says. Only states that may move have a way on.
 */
sealed interface SubscriptionState {

    /** There is none; to be made or adopted. */
    record None() implements SubscriptionState {}

    /** It could not be had; not to be tried before that time. */
    record Failing(int failures, Instant nextAttempt) implements SubscriptionState {
        public Failing {
            Objects.requireNonNull(nextAttempt, "nextAttempt");
        }
    }

    /** Graph calls. */
    record Standing(String id, String notificationUrl, Instant renewAt, Instant verifiedAt)
            implements SubscriptionState {
        public Standing {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(notificationUrl, "notificationUrl");
            Objects.requireNonNull(renewAt, "renewAt");
            Objects.requireNonNull(verifiedAt, "verifiedAt");
        }
    }

    /** What is to be done about it now. */
    enum Move {
        /** Look for one of ours to adopt, else make it. */
        MAKE,
        RENEW,
        /** See whether it is still there. */
        VERIFY,
        WAIT
    }

    default Move decide(Wanted wanted, Instant now, Duration verifyEvery) {
        return switch (this) {
            case None none -> Move.MAKE;
            case Failing failing -> failing.nextAttempt().isAfter(now) ? Move.WAIT : Move.MAKE;
            case Standing standing -> {
                if (!standing.notificationUrl().equals(wanted.notificationUrl().toString())) {
                    yield Move.MAKE; // Our address or our key has changed.
                }
                if (!standing.renewAt().isAfter(now)) {
                    yield Move.RENEW;
                }
                yield standing.verifiedAt().plus(verifyEvery).isAfter(now)
                        ? Move.WAIT
                        : Move.VERIFY;
            }
        };
    }
}
