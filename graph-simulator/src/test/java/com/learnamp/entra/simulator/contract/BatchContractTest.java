package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts §4: JSON batches. */
@Tag("read-only")
class BatchContractTest {

    private record Answers(Map<String, JsonNode> byId) {
        JsonNode get(String id) {
            return Objects.requireNonNull(byId.get(id), id);
        }
    }

    private final GraphConversation graph = GraphConversation.signedIn(Target.readOnly());

    @Test
    void everyStepIsAnsweredUnderItsId() {
        List<String> ids =
                graph.get("/users?$top=20&$select=id").values().stream()
                        .map(user -> user.path("id").asText())
                        .toList();
        String steps =
                IntStream.range(0, ids.size())
                        .mapToObj(step -> get(step, "/users/" + ids.get(step) + "?$select=id"))
                        .collect(Collectors.joining(","));
        Answers answers = answers(batch(steps));
        assertThat(answers.byId()).hasSize(20);
        for (int step = 0; step < ids.size(); step++) {
            JsonNode answer = answers.get(String.valueOf(step));
            assertThat(answer.path("status").asInt()).isEqualTo(200);
            assertThat(answer.path("body").path("id").asText()).isEqualTo(ids.get(step));
        }
    }

    @Test
    void theBatchSucceedsThoughItsStepsFail() {
        Reply reply =
                batch(
                        get(1, "/users/00000000-0000-4000-8000-00000000abcd")
                                + ","
                                + get(2, "/users?$top=1"));
        assertThat(reply.status()).isEqualTo(200);
        Answers answers = answers(reply);
        assertThat(answers.get("1").path("status").asInt()).isEqualTo(404);
        assertThat(answers.get("1").path("body").path("error").path("code").asText())
                .isEqualTo("Request_ResourceNotFound");
        assertThat(answers.get("2").path("status").asInt()).isEqualTo(200);
    }

    @Test
    void twentyStepsAreTheMost() {
        String steps =
                IntStream.range(0, 21)
                        .mapToObj(step -> get(step, "/users?$top=1"))
                        .collect(Collectors.joining(","));
        assertThat(batch(steps).status()).isEqualTo(400);
    }

    @Test
    void idsAreUniqueWithoutRegardToCase() {
        String twice =
                """
                {"id":"a","method":"GET","url":"/users?$top=1"},{"id":"A","method":"GET","url":"/users?$top=1"}
                """;
        assertThat(batch(twice).status()).isEqualTo(400);
    }

    /** What a first listing begins with. */
    @Test
    void groupBinAndTheNewestDeltaLinkAreStepsLikeAnyOther() {
        String group =
                graph.get("/groups?$top=1&$select=id").values().getFirst().path("id").asText();
        Answers answers =
                answers(
                        batch(
                                get(1, "/groups/" + group + "?$select=id,displayName")
                                        + ","
                                        + get(
                                                2,
                                                "/directory/deletedItems/microsoft.graph.user?$select=id&$top=999")
                                        + ","
                                        + get(
                                                3,
                                                "/groups/delta?$deltatoken=latest&$select=members")));
        assertThat(answers.get("1").path("body").path("id").asText()).isEqualTo(group);
        assertThat(answers.get("2").path("body").path("value").isArray()).isTrue();
        assertThat(answers.get("3").path("body").path("value")).isEmpty();
        assertThat(answers.get("3").path("body").path("@odata.deltaLink").asText())
                .contains("/groups/delta");
    }

    @Test
    void headersBelongToTheStep() {
        Answers answers =
                answers(
                        batch(
                                get(1, "/users/$count")
                                        + """
                                        ,{"id":"2","method":"GET","url":"/users/$count","headers":{"ConsistencyLevel":"eventual"}}
                                        """));
        assertThat(answers.get("1").path("status").asInt()).isEqualTo(400);
        assertThat(answers.get("2").path("status").asInt()).isEqualTo(200);
    }

    @Test
    void aStepWithABodyIsAPostOfItsOwn() {
        String user = graph.get("/users?$top=1&$select=id").values().getFirst().path("id").asText();
        Reply reply =
                batch(
                        """
                        {"id":"1","method":"POST","url":"/users/%s/getMemberGroups",
                         "headers":{"Content-Type":"application/json"},"body":{"securityEnabledOnly":false}}
                        """
                                .formatted(user));
        assertThat(answers(reply).get("1").path("body").path("value").isArray()).isTrue();
    }

    @Test
    void aStepWhoseNeedFailedIsNotDone() {
        Reply reply =
                batch(
                        get(1, "/users/00000000-0000-4000-8000-00000000abcd")
                                + """
                                ,{"id":"2","method":"GET","url":"/users?$top=1","dependsOn":["1"]}
                                """);
        assertThat(answers(reply).get("2").path("status").asInt()).isEqualTo(424);
    }

    private Reply batch(String steps) {
        return graph.post("/$batch", "{\"requests\":[" + steps + "]}");
    }

    private static String get(int id, String url) {
        return "{\"id\":\"%d\",\"method\":\"GET\",\"url\":\"%s\"}".formatted(id, url);
    }

    private static Answers answers(Reply reply) {
        Map<String, JsonNode> answers = new HashMap<>();
        reply.json()
                .path("responses")
                .forEach(answer -> answers.put(answer.path("id").asText(), answer));
        return new Answers(answers);
    }
}
