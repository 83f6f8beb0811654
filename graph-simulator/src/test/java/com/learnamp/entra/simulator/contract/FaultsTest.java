package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import com.learnamp.entra.simulator.faults.Faults;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts §3, §6, §8 and §9: everything that goes wrong, switched on. */
class FaultsTest {

    private final AtomicReference<Instant> time =
            new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private GraphSimulator simulator;
    private GraphConversation graph;
    private String members;

    @BeforeEach
    void start() {
        InstantSource clock = time::get;
        simulator =
                GraphSimulator.start(SimulatorOptions.forTests().withPeople(60).withClock(clock));
        graph = GraphConversation.signedIn(Target.of(simulator));
        members = "/groups/" + simulator.groupId() + "/transitiveMembers?$select=id";
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void throttlingSaysHowLongInEveryForm() {
        switchOn(Map.of("throttleRate", 1));
        Reply reply = graph.get("/users");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.code()).isEqualTo("TooManyRequests");
        assertThat(reply.json().path("error").path("innerError").path("code").asText())
                .isEqualTo("429");
        assertThat(reply.header("Retry-After")).isEqualTo("2.128");
        assertThat(reply.header("x-ms-throttle-scope"))
                .contains(simulator.clientId(), simulator.tenantId());
        assertThat(reply.header("x-ms-throttle-information")).isNotEmpty();
        switchOn(Map.of("throttleRate", 1, "retryAfterForm", "whole"));
        assertThat(graph.get("/users").header("Retry-After")).isEqualTo("3");
        switchOn(Map.of("throttleRate", 1, "retryAfterForm", "date"));
        assertThat(
                        ZonedDateTime.parse(
                                graph.get("/users").header("Retry-After"),
                                DateTimeFormatter.RFC_1123_DATE_TIME))
                .isNotNull();
        switchOn(Map.of("throttleRate", 1, "retryAfterForm", "none"));
        assertThat(graph.get("/users").header("Retry-After")).isEmpty();
    }

    @Test
    void stepsAreThrottledWithinABatchThatSucceeds() {
        switchOn(Map.of("batchThrottleRate", 1));
        Reply reply =
                graph.post(
                        "/$batch",
                        "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users?$top=1\"}]}");
        assertThat(reply.status()).isEqualTo(200);
        JsonNode step = reply.json().path("responses").get(0);
        assertThat(step.path("status").asInt()).isEqualTo(429);
        assertThat(step.path("headers").path("Retry-After").asText()).isEqualTo("2.128");
    }

    @Test
    void theBudgetOfResourceUnitsIsPerTenSeconds() {
        switchOn(Map.of("resourceUnits", 10));
        for (int time = 0; time < 5; time++) {
            assertThat(graph.get("/users").status()).isEqualTo(200);
        }
        Reply refused = graph.get("/users");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("x-ms-throttle-information"))
                .isEqualTo("ResourceUnitLimitExceeded");
        assertThat(Double.parseDouble(refused.header("x-ms-throttle-limit-percentage")))
                .isGreaterThan(1);
        pass(Duration.ofSeconds(11));
        assertThat(graph.get("/users").status()).isEqualTo(200);
    }

    @Test
    void nearTheLimitAHeaderWarns() {
        switchOn(Map.of("resourceUnits", 10));
        assertThat(graph.get("/users").header("x-ms-throttle-limit-percentage")).isEmpty();
        graph.get("/users");
        graph.get("/users");
        assertThat(graph.get("/users").header("x-ms-throttle-limit-percentage")).isEqualTo("0.80");
    }

    @Test
    void serversFailAndConnectionsBreak() {
        switchOn(Map.of("errorRate", 1));
        assertThat(graph.get("/users").status()).isIn(500, 502, 503, 504);
        switchOn(Map.of("dropRate", 1));
        assertThatThrownBy(() -> graph.get("/users")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aPageTokenGetsLost() {
        Reply first = graph.get(members + "&$top=10");
        switchOn(Map.of("lostPageTokenRate", 1));
        Reply lost = graph.get(first.nextLink());
        assertThat(lost.status()).isEqualTo(400);
        assertThat(lost.code()).isEqualTo("DirectoryPageTokenNotFoundException");
    }

    @Test
    void aLostPageTokenStaysLost() {
        String page = graph.get(members + "&$top=10").nextLink();
        switchOn(Map.of("deltaEmptyPageRate", 1));
        String deltaPage = graph.get("/users/delta?$select=id").nextLink();
        switchOn(Map.of("lostPageTokenRate", 0.3));

        for (String link : List.of(page, deltaPage)) {
            List<Integer> statuses = new ArrayList<>();
            for (int time = 0; time < 40; time++) {
                statuses.add(graph.get(link).status());
            }
            assertThat(statuses).contains(400);
            assertThat(statuses.subList(statuses.indexOf(400), 40)).containsOnly(400);
        }
    }

    @Test
    void theLinkOfARepeatedPageIsNotGood() {
        switchOn(Map.of("retriedPageTokensBreak", true));
        String second = graph.get(members + "&$top=10").nextLink();
        String good = graph.get(second).nextLink();
        String bad = graph.get(second).nextLink();
        assertThat(graph.get(good).status()).isEqualTo(200);
        assertThat(graph.get(bad).code()).isEqualTo("DirectoryPageTokenNotFoundException");
    }

    @Test
    void readsLagBehindWrites() {
        switchOn(Map.of("replicaLagMillis", List.of(5_000)));
        pass(Duration.ofSeconds(60));
        String person = somebody();
        simulator.directory().update(person, Map.of("jobTitle", "Astronaut"));
        String path = "/users/" + person + "?$select=jobTitle";
        assertThat(graph.get(path).body()).doesNotContain("Astronaut");
        pass(Duration.ofSeconds(6));
        assertThat(graph.get(path).body()).contains("Astronaut");
    }

    @Test
    void someoneNewIsNotFoundByALaggingReplica() {
        switchOn(Map.of("replicaLagMillis", List.of(5_000)));
        pass(Duration.ofSeconds(60));
        String id = "00000000-0000-4000-9000-000000000001";
        simulator
                .directory()
                .create(
                        com.learnamp.entra.simulator.directory.ObjectKind.USER,
                        id,
                        Map.of("displayName", "New"));
        assertThat(graph.get("/users/" + id).status()).isEqualTo(404);
        assertThat(graph.get("/directory/deletedItems/" + id).status()).isEqualTo(404);
        pass(Duration.ofSeconds(6));
        assertThat(graph.get("/users/" + id).status()).isEqualTo(200);
    }

    @Test
    void replicasDisagree() {
        switchOn(Map.of("replicaLagMillis", List.of(0, 5_000)));
        pass(Duration.ofSeconds(60));
        String person = somebody();
        simulator.directory().update(person, Map.of("jobTitle", "Astronaut"));
        assertThat(answers("/users/" + person + "?$select=jobTitle", 20)).containsOnly(true, false);
    }

    @Test
    void theEventualIndexLagsMore() {
        switchOn(Map.of("eventualLagMillis", 5_000));
        pass(Duration.ofSeconds(60));
        String count = "/users/$count";
        String before = graph.get(count, GraphConversation.EVENTUAL).body();
        simulator.directory().delete(somebody());
        assertThat(graph.get(count, GraphConversation.EVENTUAL).body()).isEqualTo(before);
        pass(Duration.ofSeconds(6));
        assertThat(graph.get(count, GraphConversation.EVENTUAL).body()).isNotEqualTo(before);
    }

    @Test
    void aListingComesEmptyThoughTheGroupIsNot() {
        switchOn(Map.of("emptyListingRate", 1));
        Reply empty = graph.get(members);
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.values()).isEmpty();
        assertThat(empty.nextLink()).isEmpty();
    }

    @Test
    void aListingEndsTooEarly() {
        assertThat(graph.all(members).size()).isGreaterThan(20);
        switchOn(Map.of("truncatedListingRate", 1));
        assertThat(graph.all(members + "&$top=20")).hasSize(10);
    }

    @Test
    void aGroupIsForbiddenOrVanished() {
        switchOn(Map.of("forbiddenGroups", List.of(simulator.groupId())));
        assertThat(graph.get(members).code()).isEqualTo("Authorization_RequestDenied");
        switchOn(Map.of("vanishedGroups", List.of(simulator.groupId())));
        assertThat(graph.get(members).code()).isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void tokensExpireAndAreRevoked() {
        pass(Duration.ofSeconds(3_600));
        assertThat(graph.get("/users").code()).isEqualTo("InvalidAuthenticationToken");
        graph.signIn();
        assertThat(graph.get("/users").status()).isEqualTo(200);
        pass(Duration.ofSeconds(1));
        simulator.tenant().revokeTokens();
        Reply revoked = graph.get("/users");
        assertThat(revoked.status()).isEqualTo(401);
        assertThat(revoked.header("WWW-Authenticate")).contains("insufficient_claims", "claims=");
        graph.signIn();
        assertThat(graph.get("/users").status()).isEqualTo(200);
    }

    @Test
    void withoutConsentTheTokenHasNoRolesAndGraphForbids() {
        simulator.tenant().consent().revoke(simulator.clientId());
        graph.signIn();
        assertThat(graph.get("/users").code()).isEqualTo("Authorization_RequestDenied");
        simulator.tenant().consent().forget(simulator.clientId());
        Reply refused = graph.token(Map.of());
        assertThat(refused.json().path("error_codes").get(0).asInt()).isEqualTo(700016);
    }

    @Test
    void anExpiredSecretIsNamed() {
        switchOn(Map.of("secretExpired", true));
        assertThat(graph.token(Map.of()).json().path("error_codes").get(0).asInt())
                .isEqualTo(7000222);
    }

    @Test
    void whoMayNotReadPeopleSeesTheirIdsAlone() {
        simulator.tenant().consent().grant(simulator.clientId(), Set.of("GroupMember.Read.All"));
        graph.signIn();
        JsonNode user =
                graph.all(members + ",displayName&$top=999").stream()
                        .filter(member -> member.path("@odata.type").asText().endsWith(".user"))
                        .findFirst()
                        .orElseThrow();
        assertThat(user.path("id").asText()).isNotEmpty();
        assertThat(user.path("displayName").isNull()).isTrue();
    }

    @Test
    void askingForAPhotoWithIfNoneMatchEndsTheConnection() {
        assertThatThrownBy(() ->
                        graph.get(
                                "/users/" + somebody() + "/photo/$value", "If-None-Match", "\"1\""))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void theSameSeedGivesTheSameFaults() {
        Map<String, Object> some = Map.of("seed", 42, "throttleRate", 0.3, "errorRate", 0.3);
        switchOn(some);
        List<Integer> first = statuses();
        switchOn(some);
        assertThat(statuses()).isEqualTo(first);
        assertThat(first).contains(200, 429);
        switchOn(Map.of("seed", 43, "throttleRate", 0.3, "errorRate", 0.3));
        assertThat(statuses()).isNotEqualTo(first);
    }

    private List<Integer> statuses() {
        List<Integer> statuses = new ArrayList<>();
        for (int time = 0; time < 40; time++) {
            statuses.add(graph.get("/users?$top=1").status());
        }
        return statuses;
    }

    private Set<Boolean> answers(String path, int times) {
        Set<Boolean> answers = new java.util.HashSet<>();
        for (int time = 0; time < times; time++) {
            answers.add(graph.get(path).body().contains("Astronaut"));
        }
        return answers;
    }

    private void switchOn(Map<String, Object> faults) {
        simulator.tenant().setFaults(Faults.NONE.with(faults));
    }

    private void pass(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    private String somebody() {
        return graph.get("/users?$top=1&$select=id").values().getFirst().path("id").asText();
    }
}
