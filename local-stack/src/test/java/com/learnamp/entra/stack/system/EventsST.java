package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsST {

    private final RunningSystem system = RunningSystem.get();

    @Test
    void everyEventIsOneChangeInTheHistoryAndTheOtherWayRound() throws Exception {
        Await.equality(system, Duration.ofMinutes(2));
        system.directory().churn(60, 23);
        Await.equality(system, Duration.ofMinutes(4));
        awaitAllTold();

        List<UserEvents.Told> told = UserEvents.all(system.stack(), system.demo().company().id());

        assertThat(UserEvents.distinct(told)).isEqualTo(system.store().changes());
        assertThat(UserEvents.outOfOrder(told)).isEmpty();
    }

    private void awaitAllTold() throws Exception {
        Await.nothing(
                Duration.ofMinutes(1),
                () -> {
                    long untold = system.store().untold();
                    return untold == 0 ? List.of() : List.of(untold + " not told yet");
                });
    }
}
