package com.learnamp.entra.graph;

import static com.learnamp.entra.graph.GraphException.Category.FORBIDDEN;
import static com.learnamp.entra.graph.GraphException.Category.THROTTLED;
import static com.learnamp.entra.graph.GraphException.Category.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.learnamp.entra.graph.GraphException.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final Retries retries = new Retries(pauses::add);
    private int asked;

    @Test
    void passingFailuresAreRepeatedWithGrowingJitteredPauses() {
        Throwable thrown = catchThrowable(() -> retries.repeat(() -> fail(UNAVAILABLE, null)));

        assertThat(thrown).isInstanceOf(GraphException.class);
        assertThat(asked).isEqualTo(4);
        assertThat(pauses).hasSize(3);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
        assertThat(pauses.get(2)).isBetween(Duration.ofMillis(500), Duration.ofMillis(4500));
    }

    @Test
    void whatSomebodyHasToMendIsNotRepeated() {
        assertThatThrownBy(() -> retries.repeat(() -> fail(FORBIDDEN, null)))
                .isInstanceOf(GraphException.class);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void patienceIsForAllPausesTogether() {
        Throwable thrown =
                catchThrowable(() -> retries.repeat(() -> fail(THROTTLED, Duration.ofSeconds(16))));

        assertThat(asked).isEqualTo(2);
        assertThat(((GraphException) thrown).retryAfter()).contains(Duration.ofSeconds(16));
    }

    @Test
    void aStopInterruptsThePauseAndStaysVisible() {
        Retries stopping =
                new Retries(length -> {
                    throw new InterruptedException();
                });

        Throwable thrown = catchThrowable(() -> stopping.repeat(() -> fail(UNAVAILABLE, null)));

        assertThat(thrown).isInstanceOf(GraphException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void whatMayHaveHappenedIsRepeatedOnlyWhenItWasRefused() {
        assertThatThrownBy(() -> retries.repeatRefused(() -> fail(UNAVAILABLE, null)))
                .isInstanceOf(GraphException.class);
        assertThat(asked).isEqualTo(1);

        assertThatThrownBy(() -> retries.repeatRefused(() -> fail(THROTTLED, null)))
                .isInstanceOf(GraphException.class);
        assertThat(asked).isEqualTo(1 + 4);
    }

    /** What bulk work holds, others need: its row waits, no thread does. */
    @Test
    void bulkWorkDoesNotWaitForATenantThatWantsToBeLeftAlone() {
        Throwable thrown =
                catchThrowable(() ->
                        retries.in(Lane.BULK)
                                .repeat(() -> fail(THROTTLED, Duration.ofMillis(100))));

        assertThat(((GraphException) thrown).retryAfter()).contains(Duration.ofMillis(100));
        assertThat(asked).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void bulkWorkTriesOnceMoreAfterAHiccup() {
        assertThatThrownBy(() -> retries.in(Lane.BULK).repeat(() -> fail(UNAVAILABLE, null)))
                .isInstanceOf(GraphException.class);

        assertThat(asked).isEqualTo(2);
        assertThat(pauses).hasSize(1);
    }

    private String fail(Category category, @Nullable Duration retryAfter) {
        asked++;
        throw new GraphException(category, "bad weather", null, retryAfter, null);
    }
}
