package com.learnamp.entra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.contract.GraphConversation;
import com.learnamp.entra.simulator.contract.Reply;
import com.learnamp.entra.simulator.contract.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tests and scripts of other modules rely on. */
class ControlApiTest {

    private GraphSimulator simulator;
    private GraphConversation graph;
    private String api;

    @BeforeEach
    void start() {
        simulator = GraphSimulator.start(SimulatorOptions.forTests().withPeople(60));
        graph = GraphConversation.signedIn(Target.of(simulator));
        api = simulator.pageUrl() + "simulator";
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void theSimulatorDescribesItself() {
        JsonNode self = graph.get(api).json();
        assertThat(self.path("graphBaseUrl").asText()).isEqualTo(simulator.graphBaseUrl());
        assertThat(self.path("loginUrl").asText()).isEqualTo(simulator.loginUrl());
        assertThat(self.path("tenants").get(0).path("groupId").asText())
                .isEqualTo(simulator.groupId());
    }

    @Test
    void theScopeIsWhatGraphWouldList() {
        JsonNode scope = graph.get(api + "/scope").json();
        assertThat(scope.path("count").asInt()).isEqualTo(60);
        assertThat(scope.path("people")).hasSize(60);
        JsonNode person = scope.path("people").get(0);
        JsonNode seen =
                graph.get(
                                "/users/"
                                        + person.path("id").asText()
                                        + "?$select=id,department,mail&$expand=manager($select=id)")
                        .json();
        assertThat(person.path("department").asText(""))
                .isEqualTo(seen.path("department").asText(""));
        assertThat(person.path("manager").asText(""))
                .isEqualTo(seen.path("manager").path("id").asText(""));
    }

    @Test
    void aPersonLivesThroughEverything() {
        JsonNode created =
                graph.post(
                                api + "/people",
                                """
                                {"givenName":"Ada","surname":"Lovelace","department":"Engines","groups":["%s"]}
                                """
                                        .formatted(simulator.groupId()))
                        .json();
        String id = created.path("id").asText();
        String path = api + "/people/" + id;
        assertThat(created.path("displayName").asText()).isEqualTo("Ada Lovelace");
        assertThat(created.path("allGroups").get(0).asText()).isEqualTo(simulator.groupId());
        assertThat(changed(graph.send("PATCH", path, "{\"jobTitle\":\"Countess\"}"))).isTrue();
        assertThat(changed(graph.send("PATCH", path, "{\"jobTitle\":\"Countess\"}"))).isFalse();
        String manager = graph.get(api + "/people?max=1").json().get(0).path("id").asText();
        assertThat(changed(graph.send("PUT", path + "/manager", "{\"id\":\"" + manager + "\"}")))
                .isTrue();
        assertThat(graph.get(path).json().path("manager").asText()).isEqualTo(manager);
        assertThat(changed(graph.delete(path + "/manager"))).isTrue();
        assertThat(changed(graph.send("PUT", path + "/photo", "{\"seed\":5}"))).isTrue();
        assertThat(graph.get("/users/" + id + "/photo/$value").status()).isEqualTo(200);
        assertThat(changed(graph.delete(path + "/photo"))).isTrue();
        assertThat(changed(graph.delete(path))).isTrue();
        assertThat(graph.get("/users/" + id).status()).isEqualTo(404);
        assertThat(graph.get(api + "/people?state=deleted").body()).contains(id);
        assertThat(changed(graph.post(path + "/restore", ""))).isTrue();
        assertThat(graph.get("/users/" + id).status()).isEqualTo(200);
        graph.delete(path);
        graph.post(path + "/purge", "");
        assertThat(graph.get("/directory/deletedItems/" + id).status()).isEqualTo(404);
    }

    @Test
    void intervalsSayWhenSomeoneWasInScope() {
        String id =
                graph.post(api + "/people", "{\"surname\":\"Guest\"}").json().path("id").asText();
        String membership = api + "/groups/" + simulator.groupId() + "/members/" + id;
        graph.send("PUT", membership, "");
        graph.delete(membership);
        graph.send("PUT", membership, "");
        JsonNode intervals = graph.get(api + "/scope/intervals?person=" + id).json();
        assertThat(intervals).hasSize(2);
        assertThat(intervals.get(0).path("until").isNull()).isFalse();
        assertThat(intervals.get(1).path("until").isNull()).isTrue();
    }

    @Test
    void churnSaysWhatItDidAndHistoryRemembers() {
        JsonNode done = graph.post(api + "/churn", "{\"count\":40,\"seed\":3}").json();
        assertThat(done).hasSize(40);
        assertThat(graph.get(api + "/history?max=40").json()).isEqualTo(done);
        JsonNode photos =
                graph.post(api + "/churn", "{\"count\":5,\"only\":[\"setPhoto\"]}").json();
        assertThat(photos).allMatch(change -> change.path("action").asText().equals("PHOTO_SET"));
        assertThat(graph.post(api + "/churn", "{\"only\":[\"war\"]}").status()).isEqualTo(400);
    }

    @Test
    void theScopeOfThePastCanBeRead() {
        String before = graph.get(api + "/scope?sequence=0").body();
        graph.post(api + "/churn", "{\"count\":80,\"seed\":3}");
        assertThat(graph.get(api + "/scope?sequence=0").body()).isEqualTo(before);
        assertThat(graph.get(api + "/scope").body()).isNotEqualTo(before);
    }

    @Test
    void requestsAreCountedByKind() {
        graph.delete(api + "/requests");
        graph.get("/users?$top=5&$select=id");
        graph.get("/users/00000000-0000-4000-8000-00000000abcd");
        graph.post(
                "/$batch",
                "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users?$top=1\"}]}");
        graph.get("/users?$top=1", "x-ms-throttle-priority", "low");
        assertThat(graph.get(api + "/requests/priorities").json().path("low").asInt()).isEqualTo(1);
        JsonNode counts = graph.get(api + "/requests").json();
        assertThat(counts.path("GET users").path("requests").asInt()).isEqualTo(2);
        assertThat(counts.path("GET users").path("resourceUnits").asInt()).isEqualTo(2);
        assertThat(counts.path("GET users/{}").path("refused").asInt()).isEqualTo(1);
        assertThat(counts.path("POST $batch").path("requests").asInt()).isEqualTo(1);
        assertThat(counts.path("in batch: GET users").path("requests").asInt()).isEqualTo(1);
    }

    @Test
    void faultsAreSetByNameAndUnknownOnesRefused() {
        Reply set = graph.send("PATCH", api + "/faults", "{\"throttleRate\":0.5,\"seed\":9}");
        assertThat(set.json().path("throttleRate").asDouble()).isEqualTo(0.5);
        assertThat(graph.send("PATCH", api + "/faults", "{\"throttelRate\":1}").status())
                .isEqualTo(400);
        assertThat(graph.get(api + "/faults").json().path("seed").asInt()).isEqualTo(9);
        JsonNode random = graph.post(api + "/faults/random", "{\"seed\":4}").json();
        assertThat(random)
                .isEqualTo(graph.post(api + "/faults/random", "{\"seed\":4}").json())
                .isNotEqualTo(graph.post(api + "/faults/random", "{\"seed\":5}").json());
        assertThat(graph.delete(api + "/faults").json().path("throttleRate").asDouble()).isZero();
    }

    @Test
    void faultsSetOneAfterTheOtherActTogether() {
        graph.send("PATCH", api + "/faults", "{\"throttleEverything\":true}");
        graph.send("PATCH", api + "/faults", "{\"secretExpired\":true}");

        assertThat(graph.get("/users").status()).isEqualTo(429);
        assertThat(graph.token(java.util.Map.of()).json().path("error_codes").get(0).asInt())
                .isEqualTo(7000222);
    }

    @Test
    void furtherTenantsAreApart() {
        JsonNode other =
                graph.post(api + "/tenants", "{\"people\":10,\"seed\":2,\"consented\":true}")
                        .json();
        String id = other.path("id").asText();
        assertThat(graph.token(id, java.util.Map.of()).status()).isEqualTo(200);
        graph.send("PATCH", api + "/faults?tenant=" + id, "{\"throttleEverything\":true}");
        assertThat(graph.get("/users").status()).isEqualTo(200);
        graph.useToken(graph.token(id, java.util.Map.of()).json().path("access_token").asText());
        assertThat(graph.get("/users").status()).isEqualTo(429);
        assertThat(graph.get(api + "/scope?tenant=" + id).json().path("count").asInt())
                .isEqualTo(10);
    }

    @Test
    void whatIsNotThereAnswers404AndNonsense400() {
        assertThat(graph.get(api + "/people/nobody").status()).isEqualTo(404);
        assertThat(graph.delete(api + "/people/nobody").status()).isEqualTo(404);
        assertThat(graph.get(api + "/scope?tenant=none").status()).isEqualTo(404);
        assertThat(graph.post(api + "/people", "[1").status()).isEqualTo(400);
        assertThat(graph.post(api + "/people", "{\"shoeSize\":46}").status()).isEqualTo(400);
        assertThat(graph.get(api + "/scope?at=yesterday").status()).isEqualTo(400);
    }

    private static boolean changed(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return reply.json().path("changed").asBoolean();
    }
}
