package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.parts.PartStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillST {

    private static final List<String> SERVICES =
            List.of(
                    "webhook-receiver",
                    "graph-fetcher",
                    "user-mapper",
                    "provisioning-writer",
                    "photo-sync",
                    "admin-console");

    private static final Duration BACK_WITHIN = Duration.ofMinutes(2);

    private final RunningSystem system = RunningSystem.get();

    /** There are two of each: the one dies, and then the other. */
    @Test
    void eachReplicaOfEachServiceKilledInTurnLosesNothingAndDoesNothingTwice() throws Exception {
        invitePeopleAtOnce();
        Await.equality(system, Duration.ofMinutes(2));
        long fullSyncs = system.store().fullSyncs();
        List<String> mailedBefore = system.mailed();

        for (int index = 0; index < SERVICES.size(); index++) {
            if (SERVICES.get(index).equals("admin-console")) {
                system.store().letTheDailySyncBeDue();
            }
            system.directory().churn(30, 100 + index);
            killAndAwaitIt(SERVICES.get(index));
            system.directory().churn(30, 200 + index);
            system.stack().kill(SERVICES.get(index) + "-2");
        }

        Await.equality(system, Duration.ofMinutes(6));
        Await.nothing(
                BACK_WITHIN,
                () -> {
                    long untold = system.store().untold();
                    return untold == 0 ? List.of() : List.of(untold + " not told yet");
                });
        assertThat(system.store().fullSyncs()).as("the daily one").isEqualTo(fullSyncs + 1);
        assertThat(system.directory().subscribed()).hasSize(2).doesNotHaveDuplicates();
        // An invitation that leaves only now is a change as well.
        Await.nothing(
                BACK_WITHIN,
                () -> {
                    Set<String> changes = system.store().changes();
                    Set<String> told = UserEvents.distinct(told());
                    return told.equals(changes)
                            ? List.of()
                            : List.of(told.size() + " told of " + changes.size());
                });
        assertThat(UserEvents.outOfOrder(told())).isEmpty();
        List<String> mailed = new ArrayList<>(system.mailed());
        mailed.removeAll(mailedBefore);
        assertThat(mailed).isNotEmpty().doesNotHaveDuplicates();
    }

    private List<UserEvents.Told> told() throws Exception {
        return UserEvents.all(system.stack(), system.demo().company().id());
    }

    /** Whoever is told by the ingress; Graph itself knows one address. */
    @ParameterizedTest
    @ValueSource(strings = {"webhook-receiver", "webhook-receiver-2"})
    void eachReceiverTakesNotifications(String receiver) throws Exception {
        ByHandNotification notification =
                new ByHandNotification(
                        system.directory().subscriptions().get(0),
                        system.directory().tenantId(),
                        system.directory().people().getFirst().id());

        assertThat(notification.sendTo(status(receiver).port())).isEqualTo(202);
        assertThat(ExposedMetrics.page(status(receiver)))
                .containsPattern("receiver_items_total\\{outcome=\"written\"[^}]*} [1-9]");
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

    private void invitePeopleAtOnce() {
        JsonNode run = system.demo().sync().inviteAtOnce();
        assertThat(RunFigures.succeeded(system.demo().sync().follow(run, line -> {}))).isTrue();
    }

    private void killAndAwait(String part) throws Exception {
        killAndAwaitIt(part);
        Await.nothing(
                BACK_WITHIN,
                () -> allUp() ? List.of() : List.of("not up: " + system.stack().status()));
    }

    private void killAndAwaitIt(String part) throws Exception {
        int before = restarts(part);
        system.stack().kill(part);
        Await.nothing(
                BACK_WITHIN,
                () ->
                        restarts(part) > before && status(part).state() == PartStatus.State.UP
                                ? List.of()
                                : List.of("not back: " + status(part)));
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
        return status(part).restarts();
    }

    private PartStatus status(String part) {
        return system.stack().status().stream()
                .filter(status -> status.name().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private boolean allUp() {
        return system.stack().status().stream()
                .allMatch(status -> status.state() == PartStatus.State.UP);
    }
}
