package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.parts.PartStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillST {

    private static final Duration BACK_WITHIN = Duration.ofMinutes(2);

    private final RunningSystem system = RunningSystem.get();

    @Test
    void eachServiceKilledOnTheWayLosesNothing() throws Exception {
        List<String> services =
                List.of(
                        "webhook-receiver",
                        "graph-fetcher",
                        "user-mapper",
                        "provisioning-writer",
                        "photo-sync",
                        "admin-console");
        Await.equality(system, Duration.ofMinutes(2));

        for (int index = 0; index < services.size(); index++) {
            system.directory().churn(50, 100 + index);
            killAndAwait(services.get(index));
        }

        Await.equality(system, Duration.ofMinutes(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres"})
    void whatTheServicesStandOnKilledInMidSyncLosesNothing(String part) throws Exception {
        Await.equality(system, Duration.ofMinutes(2));
        system.directory().churn(100, part.hashCode());
        JsonNode run = system.demo().sync().press();
        awaitListing(run);

        killAndAwait(part);

        awaitEnd(run);
        Await.equality(system, Duration.ofMinutes(6));
    }

    private void killAndAwait(String part) throws Exception {
        int before = restarts(part);
        system.stack().kill(part);
        Await.nothing(
                BACK_WITHIN,
                () ->
                        restarts(part) > before && allUp()
                                ? List.of()
                                : List.of(part + " is not back: " + system.stack().status()));
    }

    private void awaitListing(JsonNode run) throws Exception {
        Await.nothing(
                Duration.ofMinutes(1),
                () -> {
                    JsonNode now = system.demo().sync().look(run);
                    boolean begun =
                            now.path("progress").path("peopleRead").asLong() > 0
                                    || RunFigures.ended(now);
                    return begun ? List.of() : List.of("not listing yet: " + now);
                });
    }

    private void awaitEnd(JsonNode run) throws Exception {
        Await.nothing(
                Duration.ofMinutes(4),
                () -> {
                    JsonNode now = system.demo().sync().look(run);
                    return RunFigures.ended(now) ? List.of() : List.of("goes on: " + now);
                });
        JsonNode ended = system.demo().sync().look(run);
        assertThat(RunFigures.succeeded(ended)).as("%s", ended).isTrue();
    }

    private int restarts(String part) {
        return system.stack().status().stream()
                .filter(status -> status.name().equals(part))
                .mapToInt(PartStatus::restarts)
                .findFirst()
                .orElseThrow();
    }

    private boolean allUp() {
        return system.stack().status().stream()
                .allMatch(status -> status.state() == PartStatus.State.UP);
    }
}
