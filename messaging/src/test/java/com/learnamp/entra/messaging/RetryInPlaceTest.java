package com.learnamp.entra.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;

class RetryInPlaceTest {

    @Test
    void triesAgainUntilItSucceeds() {
        AtomicInteger attempts = new AtomicInteger();

        int result =
                RetryInPlace.untilItSucceeds(
                        "a test",
                        () -> {
                            if (attempts.incrementAndGet() < 3) {
                                throw new IllegalStateException("rain");
                            }
                            return attempts.get();
                        });

        assertThat(result).isEqualTo(3);
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() ->
                        RetryInPlace.run(
                                "a test",
                                () -> {
                                    throw new IllegalStateException("rain");
                                }))
                .isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue(); // and leaves no trace for the next test
    }

    @Test
    void waitsLongerEachTimeUpToABound() {
        assertThat(RetryInPlace.pauseAfter(0, 1)).isEqualTo(Duration.ofMillis(100));
        assertThat(RetryInPlace.pauseAfter(3, 1)).isEqualTo(Duration.ofMillis(800));
        assertThat(RetryInPlace.pauseAfter(3, 0)).isEqualTo(Duration.ofMillis(400));
        assertThat(RetryInPlace.pauseAfter(1_000_000, 1)).isEqualTo(Duration.ofSeconds(5));
    }
}
