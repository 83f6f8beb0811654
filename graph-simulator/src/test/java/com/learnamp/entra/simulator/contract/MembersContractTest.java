package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts §3: the members of a group of groups. */
@Tag("read-only")
class MembersContractTest {

    private static final String SELECT = "$select=id,displayName,department,userPrincipalName";

    private final GraphConversation graph = GraphConversation.signedIn(Target.readOnly());
    private final String group = "/groups/" + graph.target().groupId();

    @Test
    void transitiveMembersAreOfSeveralTypesAndComeOnce() {
        List<JsonNode> all = graph.all(group + "/transitiveMembers?$top=50&" + SELECT);
        Set<String> ids = new HashSet<>();
        all.forEach(member -> assertThat(ids.add(member.path("id").asText())).isTrue());
        assertThat(all)
                .extracting(member -> member.path("@odata.type").asText())
                .contains("#microsoft.graph.user", "#microsoft.graph.group");
    }

    @Test
    void propertiesOfUsersMayBeSelectedWithoutACast() {
        JsonNode user =
                graph.all(group + "/transitiveMembers?$top=999&" + SELECT).stream()
                        .filter(member -> member.hasNonNull("department"))
                        .findFirst()
                        .orElseThrow();
        assertThat(user.path("@odata.type").asText()).isEqualTo("#microsoft.graph.user");
        assertThat(user.hasNonNull("userPrincipalName")).isTrue();
    }

    @Test
    void directMembersAreFewerThanAll() {
        int direct = graph.all(group + "/members?$top=999&$select=id").size();
        int all = graph.all(group + "/transitiveMembers?$top=999&$select=id").size();
        assertThat(direct).isLessThan(all);
    }

    @Test
    void aCastNeedsItsHeaderAndCount() {
        String cast = group + "/transitiveMembers/microsoft.graph.user?$select=id";
        Reply bare = graph.get(cast);
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.code()).isEqualTo("Request_UnsupportedQuery");
        assertThat(graph.get(cast, GraphConversation.EVENTUAL).status()).isEqualTo(400);
        assertThat(graph.get(cast + "&$count=true", GraphConversation.EVENTUAL).status())
                .isEqualTo(200);
    }

    @Test
    void aCastGivesTheUsersOfTheWholeListing() {
        Set<String> cast =
                ids(
                        graph.all(
                                group
                                        + "/transitiveMembers/graph.user?$top=999&$select=id&$count=true",
                                GraphConversation.EVENTUAL));
        Set<String> users =
                ids(
                        graph.all(group + "/transitiveMembers?$top=999&$select=id").stream()
                                .filter(member ->
                                        member.path("@odata.type").asText().endsWith(".user"))
                                .toList());
        assertThat(cast).isEqualTo(users);
    }

    @Test
    void theNextLinkDoesNotCarryTheHeaderAndOnlyTheFirstPageCounts() {
        Reply first =
                graph.get(
                        group + "/transitiveMembers/graph.user?$top=10&$select=id&$count=true",
                        GraphConversation.EVENTUAL);
        assertThat(first.json().path("@odata.count").asInt()).isGreaterThan(10);
        assertThat(graph.get(first.nextLink()).status()).isEqualTo(400);
        Reply second = graph.get(first.nextLink(), GraphConversation.EVENTUAL);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().has("@odata.count")).isFalse();
    }

    @Test
    void aCastToATypeThatDoesNotExistIsRefused() {
        Reply reply =
                graph.get(
                        group + "/transitiveMembers/microsoft.graph.robot?$count=true",
                        GraphConversation.EVENTUAL);
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void managersCanNotBeExpandedFromMembers() {
        assertThat(graph.get(group + "/transitiveMembers?$expand=manager").status()).isEqualTo(400);
    }

    @Test
    void theNumberOfMembersCanBeAskedForAlone() {
        String path = group + "/transitiveMembers";
        assertThat(graph.get(path + "/$count").status()).isEqualTo(400);
        assertThat(graph.get(path + "/$count", GraphConversation.EVENTUAL).body().strip())
                .isEqualTo(String.valueOf(graph.all(path + "?$top=999&$select=id").size()));
        assertThat(
                        graph.get(path + "/graph.user/$count", GraphConversation.EVENTUAL)
                                .body()
                                .strip())
                .isEqualTo(
                        String.valueOf(
                                graph.all(
                                                path
                                                        + "/graph.user?$top=999&$select=id&$count=true",
                                                GraphConversation.EVENTUAL)
                                        .size()));
    }

    @Test
    void checkMemberGroupsSeesThroughNesting() {
        String deep = deepMember();
        Reply reply =
                graph.post(
                        "/users/" + deep + "/checkMemberGroups",
                        "{\"groupIds\":[\"%s\"]}".formatted(graph.target().groupId()));
        assertThat(reply.json().path("value").get(0).asText()).isEqualTo(graph.target().groupId());
    }

    @Test
    void checkMemberGroupsTakesTwenty() {
        String ids =
                java.util.stream.IntStream.range(0, 21)
                        .mapToObj("\"00000000-0000-4000-8000-0000000000%02d\""::formatted)
                        .collect(Collectors.joining(","));
        Reply reply =
                graph.post(
                        "/users/" + deepMember() + "/checkMemberGroups",
                        "{\"groupIds\":[" + ids + "]}");
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void getMemberGroupsNamesTheRootToo() {
        Reply reply =
                graph.post(
                        "/users/" + deepMember() + "/getMemberGroups",
                        "{\"securityEnabledOnly\":true}");
        assertThat(reply.json().path("value").toString()).contains(graph.target().groupId());
    }

    @Test
    void objectsComeByIdWithWhatWasSelected() {
        String deep = deepMember();
        Reply reply =
                graph.post(
                        "/directoryObjects/getByIds?$select=id,department",
                        "{\"ids\":[\"%s\",\"%s\"]}".formatted(deep, graph.target().groupId()));
        assertThat(ids(reply.values())).containsExactlyInAnyOrder(deep, graph.target().groupId());
    }

    /** Someone who is in the group through another one only. */
    private String deepMember() {
        Set<String> direct = ids(graph.all(group + "/members?$top=999&$select=id"));
        return graph.all(group + "/transitiveMembers?$top=999&$select=id").stream()
                .filter(member -> member.path("@odata.type").asText().endsWith(".user"))
                .map(member -> member.path("id").asText())
                .filter(id -> !direct.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ids(List<JsonNode> objects) {
        return objects.stream().map(each -> each.path("id").asText()).collect(Collectors.toSet());
    }
}
