package com.learnamp.entra.graph;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * How long a caller's thread is kept waiting for better weather: some seconds. What takes longer is
 * the caller's to reschedule, so that no thread sleeps for minutes while holding what others need.
 */
final class Retries {

    /** Waits; a test does not. */
    interface Pause {
        void of(Duration length) throws InterruptedException;
    }

    private static final int MOST_ATTEMPTS = 4;
    private static final Duration FIRST_STEP = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Bulk work has a row to come back to: it leaves its turn to others instead of sleeping. */
    private static final int MOST_ATTEMPTS_IN_BULK = 2;

    private final Pause pause;
    private final Lane lane;

    Retries(Pause pause) {
        this(pause, Lane.LIVE);
    }

    private Retries(Pause pause, Lane lane) {
        this.pause = pause;
        this.lane = lane;
    }

    /** The patience that goes with the lane. */
    Retries in(Lane other) {
        return new Retries(pause, other);
    }

    static Retries sleeping() {
        return new Retries(Thread::sleep);
    }

    /** For requests that may be sent twice. */
    <T> T repeat(Supplier<T> request) {
        return repeat(request, false);
    }

    /**
     * For requests that may have been carried out although no answer came: only a refusal is
     * repeated.
     */
    <T> T repeatRefused(Supplier<T> request) {
        return repeat(request, true);
    }

    private <T> T repeat(Supplier<T> request, boolean refusedOnly) {
        Duration spent = Duration.ZERO;
        for (int attempt = 1; ; attempt++) {
            long began = System.nanoTime();
            try {
                return request.get();
            } catch (GraphException failure) {
                Duration wait = wait(failure, attempt);
                // A Graph that is silent until the time-out uses patience up as well.
                spent = spent.plusNanos(System.nanoTime() - began).plus(wait);
                if (!worthIt(failure, refusedOnly)
                        || attempt == mostAttempts()
                        || spent.compareTo(PATIENCE) > 0) {
                    throw failure;
                }
                sleep(wait, failure);
            }
        }
    }

    private boolean worthIt(GraphException failure, boolean refusedOnly) {
        if (lane == Lane.BULK && failure.retryAfter().isPresent()) {
            return false;
        }
        return refusedOnly
                ? failure.category() == GraphException.Category.THROTTLED
                : failure.category().passing();
    }

    private int mostAttempts() {
        return lane == Lane.LIVE ? MOST_ATTEMPTS : MOST_ATTEMPTS_IN_BULK;
    }

    /**
     * What Graph asks for, with up to a tenth on top so that not all come back at once; else
     * doubling steps.
     */
    private static Duration wait(GraphException failure, int attempt) {
        Duration least = failure.retryAfter().orElse(Duration.ZERO);
        long spread = least.isZero() ? FIRST_STEP.toMillis() << attempt : least.toMillis() / 10 + 1;
        long start = least.isZero() ? FIRST_STEP.toMillis() : least.toMillis();
        return Duration.ofMillis(start + ThreadLocalRandom.current().nextLong(spread));
    }

    private void sleep(Duration wait, GraphException failure) {
        try {
            pause.of(wait);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
