package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts §3 and §7: people, one or all, and what is refused. */
@Tag("read-only")
class UsersContractTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-00000000abcd";

    private final GraphConversation graph = GraphConversation.signedIn(Target.readOnly());

    @Test
    void withoutSelectOnlyTheDefaultPropertiesComeBack() {
        JsonNode user = graph.get("/users?$top=1").values().getFirst();
        assertThat(names(user))
                .contains("id", "displayName", "givenName", "surname", "mail", "jobTitle")
                .contains("userPrincipalName", "officeLocation", "preferredLanguage")
                .doesNotContain("department", "employeeHireDate", "accountEnabled", "userType");
    }

    @Test
    void selectGivesWhatIsNotThereByDefault() {
        JsonNode user =
                graph.get("/users?$top=1&$select=id,department,employeeHireDate,accountEnabled")
                        .values()
                        .getFirst();
        assertThat(names(user))
                .contains("department", "employeeHireDate", "accountEnabled")
                .doesNotContain("displayName");
    }

    @Test
    void anUnknownPropertyIsRefused() {
        Reply reply = graph.get("/users?$select=id,shoeSize");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("BadRequest");
    }

    @Test
    void aPageHasAtMost999() {
        assertThat(graph.get("/users?$top=999&$select=id").status()).isEqualTo(200);
        Reply reply = graph.get("/users?$top=1000&$select=id");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("Request_UnsupportedQuery");
    }

    @Test
    void nextLinksLeadThroughEverybodyOnce() {
        List<JsonNode> all = graph.all("/users?$top=50&$select=id");
        Set<String> ids = new HashSet<>();
        all.forEach(user -> assertThat(ids.add(user.path("id").asText())).isTrue());
        assertThat(ids.size()).isGreaterThan(50);
        assertThat(names(all.getLast())).contains("id").doesNotContain("mail");
    }

    @Test
    void theExpandedManagerIsTheManagerAndIsAbsentWithoutOne() {
        List<JsonNode> all =
                graph.get("/users?$top=200&$select=id&$expand=manager($select=id)").values();
        JsonNode managed =
                all.stream().filter(user -> user.has("manager")).findFirst().orElseThrow();
        JsonNode unmanaged =
                all.stream().filter(user -> !user.has("manager")).findFirst().orElseThrow();
        Reply manager = graph.get("/users/" + managed.path("id").asText() + "/manager?$select=id");
        assertThat(manager.json().path("id")).isEqualTo(managed.path("manager").path("id"));
        Reply none = graph.get("/users/" + unmanaged.path("id").asText() + "/manager");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.code()).isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void directReportsAreTheInverseOfManager() {
        JsonNode managed =
                graph
                        .get("/users?$top=200&$select=id&$expand=manager($select=id)")
                        .values()
                        .stream()
                        .filter(UsersContractTest::hasAUserAsManager)
                        .findFirst()
                        .orElseThrow();
        String manager = managed.path("manager").path("id").asText();
        assertThat(graph.all("/users/" + manager + "/directReports?$select=id"))
                .extracting(report -> report.path("id"))
                .contains(managed.path("id"));
    }

    @Test
    void levelsAreForASingleUser() {
        Reply reply = graph.get("/users?$expand=manager($levels=max;$select=id)");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("Request_Unsupported");
    }

    @Test
    void expandIsRefusedInAnAdvancedQuery() {
        Reply reply =
                graph.get(
                        "/users?$count=true&$expand=manager($select=id)",
                        GraphConversation.EVENTUAL);
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void theCountNeedsItsHeader() {
        assertThat(graph.get("/users/$count").status()).isEqualTo(400);
        Reply counted = graph.get("/users/$count", GraphConversation.EVENTUAL);
        assertThat(counted.status()).isEqualTo(200);
        assertThat(Integer.parseInt(counted.body().strip()))
                .isEqualTo(graph.all("/users?$top=999&$select=id").size());
    }

    @Test
    void nobodyIsFoundUnderAnUnknownId() {
        Reply reply = graph.get("/users/" + UNKNOWN);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("Request_ResourceNotFound");
        JsonNode inner = reply.json().path("error").path("innerError");
        assertThat(names(inner)).contains("date", "request-id", "client-request-id");
    }

    @Test
    void aUserIsFoundByPrincipalName() {
        JsonNode user =
                graph.get("/users?$top=100&$select=id,userPrincipalName").values().stream()
                        .filter(each -> !each.path("userPrincipalName").asText().contains("#"))
                        .findFirst()
                        .orElseThrow();
        String name = GraphConversation.encoded(user.path("userPrincipalName").asText());
        assertThat(graph.get("/users/" + name + "?$select=id").json().path("id"))
                .isEqualTo(user.path("id"));
    }

    @Test
    void theAnswerSaysWhatItCost() {
        assertThat(graph.get("/users?$top=999&$select=id").header("x-ms-resource-unit"))
                .isEqualTo("1");
    }

    /** A manager may also be a contact, who has no reports of that kind. */
    private static boolean hasAUserAsManager(JsonNode user) {
        return user.path("manager").path("@odata.type").asText().endsWith(".user");
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
