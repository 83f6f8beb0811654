package com.learnamp.entra.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Patience with bad weather: the same attempt again, with a pause that grows, until it succeeds.
 * The batch stays where it is and its offset uncommitted; nothing is skipped and nothing is parked
 * because a broker or a database is away. Bad data must be told apart before: an attempt that can
 * never succeed would be repeated for ever.
 */
public final class RetryInPlace {

    private static final Logger LOG = Logger.getLogger(RetryInPlace.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private RetryInPlace() {}

    /**
     * @param what for the log: constant words
     * @throws InterruptException if the thread is interrupted, as on shutdown
     */
    public static <T> T untilItSucceeds(String what, Supplier<T> attempt) {
        for (int failures = 0; ; failures++) {
            try {
                return attempt.get();
            } catch (InterruptException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warnf(
                        "bad weather, trying again what=\"%s\" failures=%d cause=%s",
                        what, failures + 1, rootCause(e).getClass().getName());
                LOG.debug("bad weather in detail", e);
                pause(failures);
            }
        }
    }

    /** As {@link #untilItSucceeds}, for an attempt without a result. */
    public static void run(String what, Runnable attempt) {
        untilItSucceeds(
                what,
                () -> {
                    attempt.run();
                    return true;
                });
    }

    static Duration pauseAfter(int failures, double jitter) {
        long grown = FIRST_PAUSE.toMillis() << Math.min(failures, 16);
        long capped = Math.min(grown, LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(Math.round(capped * (0.5 + jitter / 2)));
    }

    private static void pause(int failures) {
        try {
            Thread.sleep(pauseAfter(failures, ThreadLocalRandom.current().nextDouble()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
