package com.learnamp.entra.simulator.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.simulator.notifications.Endpoint.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Facts §1.4: when an endpoint becomes slow, or one to drop, and how it recovers. */
class EndpointTest {

    private final Endpoint endpoint = new Endpoint();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void quickAnswersAreHealthy() {
        answers(50, Duration.ofMillis(200));
        assertThat(endpoint.state(now)).isEqualTo(State.HEALTHY);
    }

    @Test
    void moreThanATenthLateIsSlowForTenMinutes() {
        answers(45, Duration.ofMillis(200));
        answers(6, Duration.ofSeconds(3));
        assertThat(endpoint.state(now)).isEqualTo(State.SLOW);
        now = now.plus(Duration.ofMinutes(9));
        assertThat(endpoint.state(now)).isEqualTo(State.SLOW);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(endpoint.state(now)).isEqualTo(State.HEALTHY);
    }

    @Test
    void moreThanFifteenPercentVeryLateIsDropped() {
        answers(40, Duration.ofMillis(200));
        answers(10, Duration.ofSeconds(10));
        assertThat(endpoint.state(now)).isEqualTo(State.DROP);
    }

    @Test
    void aFewAnswersProveNothing() {
        answers(3, Duration.ofSeconds(10));
        assertThat(endpoint.state(now)).isEqualTo(State.HEALTHY);
    }

    private void answers(int number, Duration took) {
        for (int time = 0; time < number; time++) {
            now = now.plusMillis(10);
            endpoint.answered(now, took);
        }
    }
}
