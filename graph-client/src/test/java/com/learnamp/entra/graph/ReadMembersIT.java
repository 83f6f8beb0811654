package com.learnamp.entra.graph;

import static com.learnamp.entra.graph.GraphException.Category.MALFORMED;
import static com.learnamp.entra.graph.GraphException.Category.NOT_FOUND;
import static com.learnamp.entra.graph.GraphException.Category.PAGE_LOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.learnamp.entra.graph.DirectoryMember.GroupMember;
import com.learnamp.entra.graph.DirectoryMember.OtherMember;
import com.learnamp.entra.graph.DirectoryMember.UserMember;
import com.learnamp.entra.graph.FakeMicrosoft.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadMembersIT {

    private static final UUID TENANT = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0001");
    private static final UUID GROUP = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0002");
    private static final UUID ADA = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0003");
    private static final UUID NESTED = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0004");
    private static final UUID DEVICE = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0005");

    @AutoClose private final FakeMicrosoft microsoft = new FakeMicrosoft();

    @AutoClose private final MicrosoftGraph door = microsoft.open();

    private final GraphTenant graph = door.tenant(TENANT);

    @Test
    void aPageHoldsPeopleGroupsAndOtherThings() {
        microsoft.graphAnswers(
                Answer.json(
                        """
                        {"@odata.nextLink": "%s/groups/g/transitiveMembers?$skiptoken=a%%2Bb",
                         "value": [
                          {"@odata.type": "#microsoft.graph.user", "id": "%s", "userPrincipalName": "Ada@example.com",
                           "mail": null, "displayName": "Ada Lovelace", "givenName": "Ada", "surname": "Lovelace",
                           "jobTitle": "Analyst", "department": " Engines ", "officeLocation": "London",
                           "preferredLanguage": "en-GB", "employeeHireDate": "2014-01-01T00:00:00Z",
                           "accountEnabled": true, "userType": "Member", "employeeId": "0042",
                           "onPremisesExtensionAttributes": {"extensionAttribute1": "red", "extensionAttribute2": null},
                           "extension_abc_level": 7, "businessPhones": ["1", "2"]},
                          {"@odata.type": "#microsoft.graph.group", "id": "%s", "displayName": "Nested"},
                          {"@odata.type": "#microsoft.graph.device", "id": "%s", "accountEnabled": true}]}
                        """
                                .formatted(microsoft.base(), ADA, NESTED, DEVICE)));

        MemberPage page = graph.transitiveMembers(GROUP, UserSelection.with(List.of("employeeId")));

        assertThat(page.members()).hasSize(3);
        assertThat(page.members().get(1)).isEqualTo(new GroupMember(NESTED));
        assertThat(page.members().get(2))
                .isEqualTo(new OtherMember(DEVICE, "#microsoft.graph.device"));
        assertThat(page.next())
                .contains(microsoft.base() + "/groups/g/transitiveMembers?$skiptoken=a%2Bb");
        DirectoryUser ada = ((UserMember) page.members().getFirst()).user();
        assertThat(ada.id()).isEqualTo(ADA);
        assertThat(ada.userPrincipalName()).isEqualTo("Ada@example.com");
        assertThat(ada.mail()).isNull();
        assertThat(ada.department()).isEqualTo(" Engines ");
        assertThat(ada.employeeHireDate()).isEqualTo(Instant.parse("2014-01-01T00:00:00Z"));
        assertThat(ada.accountEnabled()).isTrue();
        assertThat(ada.manager()).isEqualTo(ManagerReading.NOT_READ);
        assertThat(ada.additional())
                .containsOnly(
                        java.util.Map.entry("employeeId", "0042"),
                        java.util.Map.entry(
                                "onPremisesExtensionAttributes/extensionAttribute1", "red"),
                        java.util.Map.entry("extension_abc_level", "7"),
                        java.util.Map.entry("businessPhones", "1, 2"));
    }

    @Test
    void theFirstPageIsAskedForWithoutCastOrHeaderAndTheNextByItsLinkAlone() {
        String link = microsoft.base() + "/groups/g/transitiveMembers?$skiptoken=a%2Bb%3D";
        microsoft.graphAnswers(
                Answer.json("{\"value\": [], \"@odata.nextLink\": \"" + link + "\"}"),
                Answer.json("{\"value\": []}"));

        MemberPage first = graph.transitiveMembers(GROUP, UserSelection.standard());
        MemberPage last = graph.nextMembers(first.next().orElseThrow());

        assertThat(last.next()).isEmpty();
        assertThat(microsoft.asked.get(0).uri())
                .startsWith("/v1.0/groups/" + GROUP + "/transitiveMembers?")
                .contains("$top=999")
                .contains("$select=id,userPrincipalName,")
                .contains("employeeHireDate")
                .doesNotContain("$count", "$expand");
        assertThat(microsoft.asked.get(0).header("ConsistencyLevel")).isEqualTo("null");
        assertThat(microsoft.asked.get(1).uri())
                .isEqualTo("/v1.0/groups/g/transitiveMembers?$skiptoken=a%2Bb%3D");
        assertThat(microsoft.asked.get(1).header("Authorization")).isEqualTo("Bearer token-1");
    }

    /** The token goes wherever a link leads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1.0/groups/g/transitiveMembers",
                "http://127.0.0.1.evil.example/v1.0/x",
                "http://127.0.0.1:1/v1.0/groups/g/transitiveMembers",
                "//evil.example/v1.0/x",
                "/v1.0/groups/g",
                "file:///etc/passwd",
                "not a link"
            })
    void aLinkThatLeadsElsewhereIsNotFollowed(String link) {
        assertThatThrownBy(() -> graph.nextMembers(link))
                .asInstanceOf(InstanceOfAssertFactories.type(GraphException.class))
                .returns(MALFORMED, GraphException::category);
        assertThatThrownBy(() -> graph.nextUsers(link)).isInstanceOf(GraphException.class);
        assertThatThrownBy(() -> graph.usersDelta(link)).isInstanceOf(GraphException.class);
        assertThat(microsoft.asked).isEmpty();
    }

    @Test
    void aPageWithAHostileLinkIsRefusedWhole() {
        microsoft.graphAnswers(
                Answer.json(
                        "{\"value\": [], \"@odata.nextLink\": \"https://evil.example/v1.0/x\"}"));

        assertThatThrownBy(() -> graph.transitiveMembers(GROUP, UserSelection.standard()))
                .asInstanceOf(InstanceOfAssertFactories.type(GraphException.class))
                .returns(MALFORMED, GraphException::category);
    }

    /** Else an answer cut short would empty a company. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"value\": null}",
                "[]",
                "",
                "{\"value\": [{\"@odata.type\": \"#microsoft.graph.user\"}]}",
                "{\"value\": [{\"id\": \"7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0003\"}]}",
                "{\"value\": [{\"@odata.type\": \"#microsoft.graph.user\", \"id\": \"ada\"}]}",
                "{\"value\": [{\"@odata.type\": \"#microsoft.gra"
            })
    void anAnswerThatLacksItsContentsIsNoEmptyGroup(String body) {
        microsoft.graphAnswers(Answer.json(body));

        assertThatThrownBy(() -> graph.transitiveMembers(GROUP, UserSelection.standard()))
                .asInstanceOf(InstanceOfAssertFactories.type(GraphException.class))
                .returns(MALFORMED, GraphException::category);
    }

    @Test
    void aWebPageInsteadOfAnAnswerIsMalformed() {
        microsoft.graphAnswers(
                Answer.json(
                        200,
                        "<html>Sign in to the guest network</html>",
                        "Content-Type: text/html"));

        assertThatThrownBy(() -> graph.transitiveMembers(GROUP, UserSelection.standard()))
                .asInstanceOf(InstanceOfAssertFactories.type(GraphException.class))
                .returns(MALFORMED, GraphException::category);
    }

    @Test
    void aLostPageTokenIsToldFromALostGroup() {
        String link = microsoft.base() + "/groups/g/transitiveMembers?$skiptoken=x";
        microsoft.graphAnswers(
                Answer.error(400, "Directory_ExpiredPageToken"),
                Answer.error(404, "DirectoryPageTokenNotFoundException"),
                Answer.error(404, "Request_ResourceNotFound"));

        for (GraphException.Category expected : List.of(PAGE_LOST, PAGE_LOST, NOT_FOUND)) {
            assertThatThrownBy(() -> graph.nextMembers(link))
                    .asInstanceOf(InstanceOfAssertFactories.type(GraphException.class))
                    .returns(expected, GraphException::category);
        }
    }

    @Test
    void aCircleOfPagesIsNotWalkedForEver() {
        String link = microsoft.base() + "/groups/g/transitiveMembers?$skiptoken=x";
        microsoft.graphAnswers(
                Answer.json("{\"value\": [], \"@odata.nextLink\": \"" + link + "\"}"));

        assertThatThrownBy(() -> graph.nextMembers(link))
                .asInstanceOf(InstanceOfAssertFactories.type(GraphException.class))
                .returns(PAGE_LOST, GraphException::category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "subscriptions", "changes"})
    @Timeout(30)
    void aCircleOfSeveralPagesIsNotWalkedForEver(String listing) {
        Map<String, ThrowingCallable> readings =
                Map.of(
                        "groups", () -> graph.groupsOfUser(ADA),
                        "subscriptions", () -> graph.subscriptions(),
                        "changes", () -> graph.latestUsersDeltaLink(UserSelection.standard()));
        microsoft.graph =
                asked ->
                        Answer.json(
                                "{\"value\": [], \"@odata.nextLink\": \"%s/users/u/x?$skiptoken=%s\"}"
                                        .formatted(
                                                microsoft.base(),
                                                asked.uri().endsWith("=a") ? "b" : "a"));

        assertThatThrownBy(readings.get(listing))
                .asInstanceOf(InstanceOfAssertFactories.type(GraphException.class))
                .returns(PAGE_LOST, GraphException::category);
        assertThat(microsoft.asked).hasSize(3);
    }

    @Test
    void directMembersComeWithTheirIdsAlone() {
        microsoft.graphAnswers(
                Answer.json(
                        "{\"value\": [{\"@odata.type\": \"#microsoft.graph.group\", \"id\": \""
                                + NESTED
                                + "\"}]}"));

        assertThat(graph.members(GROUP).members()).containsExactly(new GroupMember(NESTED));

        assertThat(microsoft.asked.getFirst().uri())
                .startsWith("/v1.0/groups/" + GROUP + "/members?")
                .contains("$select=id", "$top=999");
    }
}
