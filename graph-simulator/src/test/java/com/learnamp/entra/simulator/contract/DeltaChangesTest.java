package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import com.learnamp.entra.simulator.contract.GraphConversation.Round;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts §2: what a delta query says about each kind of change. */
class DeltaChangesTest {

    private static final String USERS = "/users/delta?$select=id,displayName,jobTitle,manager";

    private GraphSimulator simulator;
    private GraphConversation graph;
    private Directory directory;
    private String person;
    private String other;

    @BeforeEach
    void start() {
        simulator = GraphSimulator.start(SimulatorOptions.forTests().withPeople(60));
        graph = GraphConversation.signedIn(Target.of(simulator));
        directory = simulator.directory();
        List<Entry> people =
                directory
                        .now()
                        .list(
                                entry ->
                                        entry.isLive()
                                                && entry.kind() == ObjectKind.USER
                                                && entry.ordinal() > 50,
                                -1,
                                2);
        person = people.get(0).id();
        other = people.get(1).id();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void anUpdateGivesAllSelectedPropertiesThatWereEverSet() {
        String link = latest(USERS);
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        JsonNode changed = only(graph.round(link), person);
        assertThat(changed.path("jobTitle").asText()).isEqualTo("Astronaut");
        assertThat(changed.has("displayName")).isTrue();
        assertThat(changed.has("manager@delta")).isFalse();
    }

    @Test
    void aClearedPropertyIsNullNotAbsent() {
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        String link = latest(USERS);
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("jobTitle", null);
        directory.update(person, cleared);
        JsonNode changed = only(graph.round(link), person);
        assertThat(changed.has("jobTitle")).isTrue();
        assertThat(changed.path("jobTitle").isNull()).isTrue();
    }

    @Test
    void minimalGivesWhatChanged() {
        String link = latest(USERS);
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        JsonNode changed = only(graph.round(link, "Prefer", "return=minimal"), person);
        assertThat(changed.has("jobTitle")).isTrue();
        assertThat(changed.has("displayName")).isFalse();
    }

    @Test
    void aPropertyThatIsNotSelectedIsNotTracked() {
        String link = latest(USERS);
        directory.update(person, Map.of("department", "Orbit"));
        assertThat(graph.round(link).values()).isEmpty();
    }

    @Test
    void theEndOfARoundIsTheBeginningOfTheNext() {
        String link = latest(USERS);
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        Round round = graph.round(link);
        assertThat(graph.round(round.deltaLink()).values()).isEmpty();
        assertThat(graph.round(link).of(person)).hasSize(1);
    }

    @Test
    void deletedIsChangedUntilPurgedIsDeleted() {
        String link = latest(USERS);
        directory.delete(person);
        Round binned = graph.round(link);
        assertThat(removed(only(binned, person))).isEqualTo("changed");
        directory.restore(person);
        Round restored = graph.round(binned.deltaLink());
        assertThat(only(restored, person).has("@removed")).isFalse();
        assertThat(only(restored, person).has("displayName")).isTrue();
        directory.delete(person);
        directory.purge(person);
        assertThat(removed(only(graph.round(restored.deltaLink()), person))).isEqualTo("deleted");
    }

    @Test
    void aFirstRoundTellsOfTheBinToo() {
        directory.delete(person);
        assertThat(removed(only(graph.round(USERS), person))).isEqualTo("changed");
    }

    @Test
    void aManagerComesAsAnArrayAndOnlyWhenItChanged() {
        directory.setManager(person, other);
        assertThat(manager(only(graph.round(USERS), person)).path("id").asText()).isEqualTo(other);
        String link = latest(USERS);
        directory.clearManager(person);
        JsonNode cleared = manager(only(graph.round(link), person));
        assertThat(cleared.path("id").asText()).isEqualTo(other);
        assertThat(cleared.path("@removed").path("reason").asText()).isEqualTo("deleted");
    }

    @Test
    void membersComeAndGoInTheirGroup() {
        String group = simulator.groupId();
        String link = latest("/groups/delta?$select=id,members");
        directory.addMember(group, person);
        Round joined = graph.round(link);
        JsonNode member = member(joined, group, person);
        assertThat(member.path("@odata.type").asText()).isEqualTo("#microsoft.graph.user");
        assertThat(member.has("@removed")).isFalse();
        directory.removeMember(group, person);
        assertThat(removed(member(graph.round(joined.deltaLink()), group, person)))
                .isEqualTo("deleted");
    }

    @Test
    void aFirstRoundOfGroupsNamesPastMembers() {
        directory.addMember(simulator.groupId(), person);
        directory.removeMember(simulator.groupId(), person);
        Round first = graph.round("/groups/delta?$select=id,members");
        assertThat(removed(member(first, simulator.groupId(), person))).isEqualTo("deleted");
    }

    @Test
    void aDeletedPersonDoesNotLeaveTheGroup() {
        directory.addMember(simulator.groupId(), person);
        String link = latest("/groups/delta?$select=id,members");
        directory.delete(person);
        directory.purge(person);
        assertThat(graph.round(link).values()).isEmpty();
    }

    @Test
    void roundsRepeatThemselvesAndHaveEmptyPages() {
        simulator
                .tenant()
                .setFaults(
                        simulator
                                .tenant()
                                .faults()
                                .with(Map.of("deltaRepeatRate", 1, "deltaEmptyPageRate", 1)));
        String link = latest(USERS);
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        Reply empty = graph.get(link);
        assertThat(empty.values()).isEmpty();
        assertThat(empty.nextLink()).contains("$skiptoken=");
        Round round = graph.round(link);
        assertThat(round.values()).hasSize(2);
        assertThat(round.values().getFirst()).isEqualTo(round.values().getLast());
    }

    @Test
    void aLaggingReplicaHasTheChangeInALaterRound() {
        String link = latest(USERS);
        simulator
                .tenant()
                .setFaults(
                        simulator
                                .tenant()
                                .faults()
                                .with(Map.of("replicaLagMillis", List.of(3_600_000))));
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        Round early = graph.round(link);
        assertThat(early.values()).isEmpty();
        simulator.tenant().setFaults(com.learnamp.entra.simulator.faults.Faults.NONE);
        assertThat(graph.round(early.deltaLink()).of(person)).hasSize(1);
    }

    @Test
    void photosAreNotTracked() {
        String link = latest(USERS);
        directory.setPhoto(person, com.learnamp.entra.simulator.directory.Photo.painted(9, 96));
        assertThat(graph.round(link).values()).isEmpty();
    }

    @Test
    void aLargeGroupIsSlicedOverPages() {
        List<String> added = new ArrayList<>();
        String link = latest("/groups/delta?$select=id,members");
        for (int number = 0; number < 1_200; number++) {
            String id = "00000000-0000-4000-9000-%012d".formatted(number);
            directory.create(ObjectKind.DEVICE, id, Map.of("displayName", "d" + number));
            directory.addMember(simulator.groupId(), id);
            added.add(id);
        }
        Round round = graph.round(link);
        assertThat(round.of(simulator.groupId()).size()).isGreaterThan(1);
        assertThat(
                        round.of(simulator.groupId()).stream()
                                .flatMap(slice -> slice.path("members@delta").valueStream())
                                .map(member -> member.path("id").asText()))
                .containsAll(added);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsupportedQuery", "syncStateNotFound", "gone", "resyncRequired"})
    void anExpiredLinkIsRefusedInOneOfFourForms(String form) {
        String link = latest(USERS);
        simulator
                .tenant()
                .setFaults(simulator.tenant().faults().with(Map.of("deltaExpiryForm", form)));
        simulator.tenant().expireDeltaLinks();
        Reply reply = graph.get(link);
        switch (form) {
            case "gone" -> {
                assertThat(reply.status()).isEqualTo(410);
                assertThat(reply.header("Location")).contains("/users/delta?$deltatoken=");
            }
            case "unsupportedQuery" -> {
                assertThat(reply.status()).isEqualTo(400);
                assertThat(reply.code()).isEqualTo("Request_UnsupportedQuery");
            }
            default -> {
                assertThat(reply.status()).isEqualTo(400);
                assertThat(reply.code()).isEqualTo(form);
            }
        }
    }

    private String latest(String path) {
        return graph.get(path.replace("?", "?$deltatoken=latest&")).deltaLink();
    }

    private static JsonNode only(Round round, String id) {
        assertThat(round.of(id)).hasSize(1);
        return round.of(id).getFirst();
    }

    private static String removed(JsonNode object) {
        return object.path("@removed").path("reason").asText();
    }

    private static JsonNode manager(JsonNode user) {
        assertThat(user.path("manager@delta").isArray()).isTrue();
        return user.path("manager@delta").get(0);
    }

    private static JsonNode member(Round round, String group, String id) {
        return round.of(group).stream()
                .flatMap(slice -> slice.path("members@delta").valueStream())
                .filter(member -> member.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
