package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts §1.1 to §1.3: subscriptions and their handshake. */
class SubscriptionsTest {

    private GraphSimulator simulator;
    private GraphConversation graph;
    private NotificationReceiver receiver;

    @BeforeEach
    void start() {
        simulator = GraphSimulator.start(SimulatorOptions.forTests().withPeople(20));
        graph = GraphConversation.signedIn(Target.of(simulator));
        receiver = new NotificationReceiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
        simulator.close();
    }

    @Test
    void aSubscriptionComesBackWithAllItsFields() {
        Reply reply = create("/users", "updated,deleted", Duration.ofDays(2));
        assertThat(reply.status()).isEqualTo(201);
        JsonNode created = reply.json();
        assertThat(created.path("resource").asText()).isEqualTo("/users");
        assertThat(created.path("changeType").asText()).isEqualTo("updated,deleted");
        assertThat(created.path("clientState").asText()).isEqualTo("secret");
        assertThat(created.path("notificationUrl").asText()).isEqualTo(receiver.url());
        assertThat(created.path("applicationId").asText()).isEqualTo(simulator.clientId());
        assertThat(created.path("latestSupportedTlsVersion").asText()).isEqualTo("v1_2");
        assertThat(graph.get("/subscriptions/" + created.path("id").asText()).json().path("id"))
                .isEqualTo(created.path("id"));
        assertThat(graph.get("/subscriptions").values()).hasSize(1);
    }

    @Test
    void anAddressThatGivesTheTokenBackEncodedIsRefused() {
        receiver.forgetToDecode();
        Reply reply = create("/users", "updated", Duration.ofDays(1));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("InvalidRequest");
        assertThat(reply.body()).contains("Subscription validation request failed");
        assertThat(graph.get("/subscriptions").values()).isEmpty();
    }

    @Test
    void anAddressThatDoesNotAnswerIsRefused() {
        receiver.close();
        assertThat(create("/users", "updated", Duration.ofDays(1)).status()).isEqualTo(400);
    }

    @Test
    void theSameWishTwiceIsAConflict() {
        create("/users", "updated,deleted", Duration.ofDays(1));
        Reply again = create("users", "updated,deleted", Duration.ofDays(2));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("already exists for the requested combination");
        assertThat(create("/users", "updated", Duration.ofDays(1)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "moved", ""})
    void changeTypesThatAreNotServedAreRefused(String changeType) {
        Reply reply = create("/users", changeType, Duration.ofDays(1));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("InvalidRequest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/groups/1/transitiveMembers", "/devices", "/users?$filter=id eq '1'"})
    void otherResourcesAreRefused(String resource) {
        assertThat(create(resource, "updated", Duration.ofDays(1)).status()).isEqualTo(400);
    }

    @Test
    void aLifetimeIsAtMost41760MinutesAndAtLeast45() {
        assertThat(create("/users", "updated", Duration.ofDays(30)).status()).isEqualTo(400);
        assertThat(create("/groups", "updated", Duration.ofMinutes(41_760)).status())
                .isEqualTo(201);
        JsonNode raised = create("/users", "updated", Duration.ofMinutes(5)).json();
        assertThat(Instant.parse(raised.path("expirationDateTime").asText()))
                .isAfter(Instant.now().plus(Duration.ofMinutes(44)));
    }

    @Test
    void overTheQuotaIsForbidden() {
        simulator
                .tenant()
                .setFaults(simulator.tenant().faults().with(Map.of("subscriptionQuota", 1)));
        create("/users", "updated", Duration.ofDays(1));
        assertThat(create("/groups", "updated", Duration.ofDays(1)).status()).isEqualTo(403);
    }

    @Test
    void groupsNeedGroupReadAll() {
        simulator
                .tenant()
                .consent()
                .grant(simulator.clientId(), Set.of("User.Read.All", "GroupMember.Read.All"));
        graph.signIn();
        Reply reply = create("/groups", "updated", Duration.ofDays(1));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("ExtensionError");
        assertThat(create("/users", "updated", Duration.ofDays(1)).status()).isEqualTo(201);
    }

    @Test
    void renewingMovesTheEndAndAForgottenOneIsGone() {
        String id = create("/users", "updated", Duration.ofHours(1)).json().path("id").asText();
        String later = Instant.now().plus(Duration.ofDays(3)).toString();
        Reply renewed =
                graph.send(
                        "PATCH",
                        "/subscriptions/" + id,
                        "{\"expirationDateTime\":\"%s\"}".formatted(later));
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(Instant.parse(renewed.json().path("expirationDateTime").asText()))
                .isEqualTo(Instant.parse(later));
        assertThat(graph.delete("/subscriptions/" + id).status()).isEqualTo(204);
        Reply gone =
                graph.send(
                        "PATCH",
                        "/subscriptions/" + id,
                        "{\"expirationDateTime\":\"%s\"}".formatted(later));
        assertThat(gone.status()).isEqualTo(404);
    }

    @Test
    void theAddressCanBeMoved() {
        String id = create("/users", "updated", Duration.ofHours(1)).json().path("id").asText();
        try (NotificationReceiver other = new NotificationReceiver()) {
            Reply moved =
                    graph.send(
                            "PATCH",
                            "/subscriptions/" + id,
                            "{\"notificationUrl\":\"%s\"}".formatted(other.url()));
            assertThat(moved.json().path("notificationUrl").asText()).isEqualTo(other.url());
        }
    }

    @Test
    void reauthorizingDoesNotExtend() {
        JsonNode created = create("/users", "updated", Duration.ofHours(2)).json();
        String path = "/subscriptions/" + created.path("id").asText();
        assertThat(graph.post(path + "/reauthorize", "").status()).isEqualTo(204);
        assertThat(graph.get(path).json().path("expirationDateTime"))
                .isEqualTo(created.path("expirationDateTime"));
    }

    @Test
    void listingIsAllowedTwentyFiveTimesInTwentySeconds() {
        for (int time = 0; time < 25; time++) {
            assertThat(graph.get("/subscriptions").status()).isEqualTo(200);
        }
        Reply refused = graph.get("/subscriptions");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Double.parseDouble(refused.header("Retry-After"))).isBetween(0.0, 20.0);
    }

    private Reply create(String resource, String changeType, Duration life) {
        return graph.post(
                "/subscriptions",
                """
                {"changeType":"%s","notificationUrl":"%s","resource":"%s","clientState":"secret","expirationDateTime":"%s"}
                """
                        .formatted(changeType, receiver.url(), resource, Instant.now().plus(life)));
    }
}
