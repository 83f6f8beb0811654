package com.learnamp.entra.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final Circuit circuit = new Circuit(Duration.ofSeconds(1), now::get);

    @Test
    void letsEverybodyThroughWhileAllIsWell() {
        assertThat(circuit.letsThrough()).isTrue();
        assertThat(circuit.letsThrough()).isTrue();
        circuit.succeeded();
        assertThat(circuit.letsThrough()).isTrue();
    }

    @Test
    void refusesEverybodyJustAfterAFailure() {
        circuit.failed();
        now.addAndGet(Duration.ofMillis(999).toNanos());

        assertThat(circuit.letsThrough()).isFalse();
    }

    @Test
    void letsOneTryAfterThePauseAndAllAfterItsSuccess() {
        circuit.failed();
        now.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(circuit.letsThrough()).isTrue();
        assertThat(circuit.letsThrough()).isFalse();
        circuit.succeeded();
        assertThat(circuit.letsThrough()).isTrue();
        assertThat(circuit.letsThrough()).isTrue();
    }

    @Test
    void pausesAgainWhenTheTryFails() {
        circuit.failed();
        now.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(circuit.letsThrough()).isTrue();
        circuit.failed();
        assertThat(circuit.letsThrough()).isFalse();
    }
}
