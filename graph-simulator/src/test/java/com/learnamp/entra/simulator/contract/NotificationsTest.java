package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.directory.Photo;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts §1.4 to §1.7: what is told, in which shape, and how often. */
class NotificationsTest {

    private GraphSimulator simulator;
    private Directory directory;
    private NotificationReceiver receiver;
    private String person;

    @BeforeEach
    void start() {
        simulator = GraphSimulator.start(SimulatorOptions.forTests().withPeople(20));
        faults(Map.of());
        directory = simulator.directory();
        receiver = new NotificationReceiver();
        person =
                directory
                        .now()
                        .list(entry -> entry.isLive() && entry.kind() == ObjectKind.USER, -1, 1)
                        .getFirst()
                        .id();
        GraphConversation graph = GraphConversation.signedIn(Target.of(simulator));
        for (String resource : new String[] {"/users", "/groups"}) {
            Reply created =
                    graph.post(
                            "/subscriptions",
                            """
                            {"changeType":"updated,deleted","notificationUrl":"%s","lifecycleNotificationUrl":"%s",
                             "resource":"%s","clientState":"secret","expirationDateTime":"%s"}
                            """
                                    .formatted(
                                            receiver.url(),
                                            receiver.url(),
                                            resource,
                                            Instant.now().plus(Duration.ofDays(1))));
            assertThat(created.status()).isEqualTo(201);
        }
    }

    @AfterEach
    void stop() {
        receiver.close();
        simulator.close();
    }

    @Test
    void anUpdateNamesTheUserAndNothingElse() {
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        JsonNode told = receiver.next();
        assertThat(told.path("changeType").asText()).isEqualTo("updated");
        assertThat(told.path("clientState").asText()).isEqualTo("secret");
        assertThat(told.path("resource").asText()).isEqualTo("Users/" + person);
        assertThat(told.path("tenantId").asText()).isEqualTo(simulator.tenantId());
        assertThat(told.path("subscriptionId").asText()).isNotEmpty();
        assertThat(OffsetDateTime.parse(told.path("subscriptionExpirationDateTime").asText()))
                .isNotNull();
        JsonNode data = told.path("resourceData");
        assertThat(data.path("@odata.type").asText()).isEqualTo("#Microsoft.Graph.User");
        assertThat(data.path("@odata.id").asText()).isEqualTo("Users/" + person);
        assertThat(data.path("id").asText()).isEqualTo(person);
        assertThat(data.path("organizationId").asText()).isEqualTo(simulator.tenantId());
        assertThat(told.toString()).doesNotContain("Astronaut");
    }

    @Test
    void sequenceNumbersAreTooLargeForADouble() {
        for (int number = 0; number < 40; number++) {
            directory.update(person, Map.of("jobTitle", "Astronaut " + number));
        }
        boolean seen = false;
        boolean bare = false;
        for (int number = 0; number < 40; number++) {
            JsonNode data = receiver.next().path("resourceData");
            bare |= !data.has("sequenceNumber");
            seen |= data.path("sequenceNumber").asLong() > (1L << 53);
        }
        assertThat(seen).isTrue();
        assertThat(bare).as("some come without").isTrue();
    }

    @Test
    void aMembershipIsToldWithItsMemberAndARemovalAsABareWord() {
        directory.addMember(simulator.groupId(), person);
        JsonNode joined = receiver.next();
        assertThat(joined.path("resource").asText()).isEqualTo("Groups/" + simulator.groupId());
        assertThat(joined.path("resourceData").path("@odata.type").asText())
                .isEqualTo("#Microsoft.Graph.Group");
        JsonNode member = joined.path("resourceData").path("members@delta").get(0);
        assertThat(member.path("id").asText()).isEqualTo(person);
        assertThat(member.size()).isEqualTo(1);
        directory.removeMember(simulator.groupId(), person);
        JsonNode left = receiver.next().path("resourceData").path("members@delta").get(0);
        assertThat(left.path("@removed").isTextual()).isTrue();
        assertThat(left.path("@removed").asText()).isEqualTo("deleted");
    }

    @Test
    void deletingIsAnUpdateAndPurgingADelete() {
        directory.delete(person);
        assertThat(receiver.next().path("changeType").asText()).isEqualTo("updated");
        directory.restore(person);
        assertThat(receiver.next().path("changeType").asText()).isEqualTo("updated");
        directory.delete(person);
        receiver.next();
        directory.purge(person);
        assertThat(receiver.next().path("changeType").asText()).isEqualTo("deleted");
    }

    @Test
    void aCreationIsToldMoreThanOnce() {
        String id = "00000000-0000-4000-9000-000000000001";
        directory.create(ObjectKind.USER, id, Map.of("displayName", "New"));
        assertThat(receiver.next().path("resource").asText()).isEqualTo("Users/" + id);
        assertThat(receiver.next().path("resource").asText()).isEqualTo("Users/" + id);
    }

    @Test
    void photosAreNotTold() {
        directory.setPhoto(person, Photo.painted(3, 96));
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        receiver.next();
        assertThat(receiver.within(200)).isNull();
    }

    @Test
    void aRefusedPostIsTriedAgain() {
        receiver.answerWith(503);
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        await(() -> receiver.posts() >= 1);
        receiver.answerWith(202);
        assertThat(receiver.next().path("resource").asText()).isEqualTo("Users/" + person);
        assertThat(receiver.posts()).isGreaterThan(1);
    }

    @Test
    void lostOnesNeverComeAndDoubledOnesComeTwice() {
        faults(Map.of("notificationLossRate", 1));
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        assertThat(receiver.within(300)).isNull();
        faults(Map.of("notificationTwiceRate", 1));
        directory.update(person, Map.of("jobTitle", "Cosmonaut"));
        assertThat(receiver.next()).isEqualTo(receiver.next());
    }

    @Test
    void lateOnesComeAfterLaterOnes() {
        faults(Map.of("notificationLateRate", 1, "notificationLateMillis", 400));
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        await(() -> simulator.notifications().log().counts().containsKey("planned"));
        faults(Map.of());
        directory.addMember(simulator.groupId(), person);
        assertThat(receiver.next().path("resource").asText()).startsWith("Groups/");
        assertThat(receiver.next().path("resource").asText()).startsWith("Users/");
    }

    @Test
    void anEndpointToDropGetsNothing() {
        faults(Map.of("endpoint", "drop"));
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        await(() -> simulator.notifications().log().counts().containsKey("dropped"));
        assertThat(receiver.posts()).isZero();
    }

    @Test
    void reauthorizationIsAskedForAtTheLifecycleAddress() {
        simulator.notifications().askForReauthorization(simulator.tenant());
        JsonNode told = receiver.next();
        assertThat(told.path("lifecycleEvent").asText()).isEqualTo("reauthorizationRequired");
        assertThat(told.has("changeType")).isFalse();
        assertThat(told.path("clientState").asText()).isEqualTo("secret");
    }

    @Test
    void withoutConsentNothingIsTold() {
        simulator.tenant().consent().revoke(simulator.clientId());
        directory.update(person, Map.of("jobTitle", "Astronaut"));
        await(() -> simulator.notifications().log().counts().containsKey("retriedPosts"));
        assertThat(receiver.posts()).isZero();
    }

    private void faults(Map<String, Object> changes) {
        Map<String, Object> all = new HashMap<>(changes);
        all.putIfAbsent("notificationDelayMillis", 0);
        simulator.tenant().setFaults(com.learnamp.entra.simulator.faults.Faults.NONE.with(all));
    }

    static void await(java.util.function.BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(10);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("it did not happen");
            }
            Thread.onSpinWait();
        }
    }
}
