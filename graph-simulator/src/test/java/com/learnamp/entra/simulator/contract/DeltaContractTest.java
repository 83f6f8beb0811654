package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.simulator.contract.GraphConversation.Round;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts §2: delta queries, as far as they can be tried without changing anything. */
@Tag("read-only")
class DeltaContractTest {

    private final GraphConversation graph = GraphConversation.signedIn(Target.readOnly());

    @ParameterizedTest
    @ValueSource(strings = {"/users/delta", "/users/delta()", "/users/microsoft.graph.delta"})
    void latestGivesALinkAndNoData(String spelling) {
        Reply reply = graph.get(spelling + "?$deltatoken=latest&$select=id,displayName");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.values()).isEmpty();
        assertThat(reply.deltaLink()).contains("$deltatoken=");
        assertThat(reply.nextLink()).isEmpty();
    }

    @Test
    void aFirstRoundHasEverybody() {
        Round round = graph.round("/users/delta?$select=id,displayName");
        Set<String> live =
                round.values().stream()
                        .filter(user -> !user.has("@removed"))
                        .map(user -> user.path("id").asText())
                        .collect(Collectors.toSet());
        assertThat(live)
                .isEqualTo(
                        graph.all("/users?$top=999&$select=id").stream()
                                .map(user -> user.path("id").asText())
                                .collect(Collectors.toSet()));
    }

    @Test
    void aPageHasANextLinkOrADeltaLinkNeverBoth() {
        String next = "/users/delta?$select=id";
        while (!next.isEmpty()) {
            Reply page = graph.get(next);
            assertThat(page.nextLink().isEmpty()).isNotEqualTo(page.deltaLink().isEmpty());
            next = page.nextLink();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$top=10", "$orderby=displayName", "$expand=manager", "$search=a"})
    void optionsThatDeltaDoesNotHaveAreRefused(String option) {
        Reply refused = graph.get("/users/delta?" + option);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("Request_UnsupportedQuery");
    }

    @Test
    void propertiesKeptOutsideTheDirectoryAreRefused() {
        Reply reply = graph.get("/users/delta?$select=id,birthday");
        assertThat(reply.status()).isIn(400, 501);
    }

    @Test
    void aFilterTakesFiftyIds() {
        assertThat(graph.get("/groups/delta?$filter=" + filter(50)).status()).isEqualTo(200);
        Reply refused = graph.get("/groups/delta?$filter=" + filter(51));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("Request_UnsupportedQuery");
    }

    @Test
    void aFilteredRoundHasTheNamedGroupWithItsMembers() {
        String id = graph.target().groupId();
        Round round =
                graph.round(
                        "/groups/delta?$select=id,members&$filter="
                                + GraphConversation.encoded("id eq '" + id + "'"));
        Set<String> members =
                round.of(id).stream()
                        .flatMap(group -> group.path("members@delta").valueStream())
                        .filter(member -> !member.has("@removed"))
                        .map(member -> member.path("id").asText())
                        .collect(Collectors.toSet());
        assertThat(members)
                .containsAll(
                        graph.all("/groups/" + id + "/members?$top=999&$select=id").stream()
                                .map(member -> member.path("id").asText())
                                .toList());
    }

    @Test
    void whatWasNeverSetIsAbsent() {
        assertThat(graph.round("/users/delta?$select=id,mobilePhone").values())
                .anyMatch(user -> user.has("mobilePhone"))
                .anyMatch(user -> !user.has("mobilePhone"));
    }

    private static String filter(int ids) {
        return GraphConversation.encoded(
                IntStream.range(0, ids)
                        .mapToObj("id eq '00000000-0000-4000-8000-0000000000%02d'"::formatted)
                        .collect(Collectors.joining(" or ")));
    }
}
