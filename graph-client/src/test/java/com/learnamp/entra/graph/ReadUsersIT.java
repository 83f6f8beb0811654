package com.learnamp.entra.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.learnamp.entra.graph.FakeMicrosoft.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReadUsersIT {

    private static final UUID TENANT = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0001");
    private static final UUID ADA = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0003");
    private static final UUID BOB = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0004");

    @AutoClose private final FakeMicrosoft microsoft = new FakeMicrosoft();

    @AutoClose private final MicrosoftGraph door = microsoft.open();

    private final GraphTenant graph = door.tenant(TENANT);

    @Test
    void everybodyComesWithHisManagerOrNone() {
        microsoft.graphAnswers(
                Answer.json(
                        """
                        {"value": [{"id": "%s", "manager": {"@odata.type": "#microsoft.graph.user", "id": "%s"}},
                                   {"id": "%s"}]}
                        """
                                .formatted(ADA, BOB, BOB)));

        UserPage page = graph.usersWithManagers(UserSelection.standard());

        assertThat(page.users())
                .extracting(DirectoryUser::manager)
                .containsExactly(new ManagerReading.Is(BOB), ManagerReading.NONE);
        assertThat(microsoft.asked.getFirst().uri())
                .startsWith("/v1.0/users?")
                .contains("$top=999", "$expand=manager%28%24select%3Did%29");
    }

    @Test
    void theCountIsReadOverItsByteOrderMark() {
        microsoft.graphAnswers(Answer.json(200, "\uFEFF12345", "Content-Type: text/plain"));

        assertThat(graph.userCount()).isEqualTo(12345);
        assertThat(microsoft.asked.getFirst().uri()).isEqualTo("/v1.0/users/$count");
        assertThat(microsoft.asked.getFirst().header("ConsistencyLevel")).isEqualTo("eventual");
    }

    @Test
    void theOrganisationAndAGroupAreRead() {
        microsoft.graphAnswers(
                Answer.json(
                        "{\"value\": [{\"id\": \""
                                + TENANT
                                + "\", \"displayName\": \"Contoso\"}]}"),
                Answer.json(
                        "{\"id\": \""
                                + ADA
                                + "\", \"displayName\": \"Staff\", \"securityEnabled\": true,"
                                + " \"mailEnabled\": false, \"groupTypes\": []}"),
                Answer.error(404, "Request_ResourceNotFound"));

        assertThat(graph.organization()).isEqualTo(new Organization(TENANT, "Contoso"));
        assertThat(graph.group(ADA))
                .contains(new DirectoryGroup(ADA, "Staff", true, false, List.of()));
        assertThat(graph.group(BOB)).isEmpty();
    }

    @Test
    void theBinTellsDeletedFromUnknownOfTwentyAtOnce() {
        UUID eve = new UUID(7, 7);
        UUID unanswered = new UUID(8, 8);
        microsoft.graphAnswers(
                Answer.json(
                        """
                        {"responses": [
                          {"id": "%s", "status": 404, "body": {"error": {"code": "Request_ResourceNotFound"}}},
                          {"id": "%s", "status": 429, "headers": {"Retry-After": "7"},
                           "body": {"error": {"code": "TooManyRequests"}}},
                          {"id": "%s", "status": 200, "body": {"id": "%s"}}]}
                        """
                                .formatted(BOB, eve, ADA, ADA)));

        List<DeletedState> states = graph.deleted(List.of(ADA, BOB, eve, unanswered));

        assertThat(states)
                .contains(new DeletedState.SoftDeleted(ADA), new DeletedState.NotDeleted(BOB));
        assertThat(states)
                .filteredOn(DeletedState.Failed.class::isInstance)
                .extracting(state -> ((DeletedState.Failed) state).reason().category())
                .containsExactly(
                        GraphException.Category.THROTTLED, GraphException.Category.UNAVAILABLE);
        assertThat(microsoft.asked).hasSize(1);
        assertThat(microsoft.measured)
                .singleElement()
                .satisfies(counted -> assertThat(counted.throttled()).isTrue());
        assertThat(microsoft.asked.getFirst().body())
                .contains("/directory/deletedItems/" + ADA + "?$select=id");
    }

    @Test
    void aFirstListingStartsWithOneRequest() {
        microsoft.graphAnswers(start(200, group(), 200, "0-0"));

        ListingStart start = graph.startListing(ADA);

        assertThat(start)
                .isEqualTo(
                        new ListingStart(
                                Optional.of(
                                        new DirectoryGroup(ADA, "Staff", true, false, List.of())),
                                new DeletedPage(List.of(BOB), page("/directory/deletedItems/more")),
                                page("/groups/delta?$deltatoken=0-0")));
        assertThat(microsoft.asked).hasSize(1);
        assertThat(microsoft.asked.getFirst().body())
                .contains(
                        "/groups/" + ADA + "?$select=id,displayName,securityEnabled",
                        "/directory/deletedItems/microsoft.graph.user?$select=id&$top=999",
                        "/groups/delta?$deltatoken=latest&$select=members");
        assertThat(microsoft.measured)
                .singleElement()
                .satisfies(counted -> {
                    assertThat(counted.kind()).isEqualTo(RequestKind.LISTING_START);
                    assertThat(counted.resourceUnits()).isEqualTo(3);
                });
    }

    @Test
    void whatAStartLacksBesideItsGroupIsLeftToBeAskedForAlone() {
        microsoft.graphAnswers(start(404, "{}", 403, "0-0"), Answer.json("{\"responses\": []}"));

        ListingStart start = graph.startListing(ADA);

        assertThat(start.group()).isEmpty();
        assertThat(start.deleted()).isNull();
        assertThat(start.groupsLink()).isNotNull();
        assertThatThrownBy(() -> graph.startListing(ADA))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        failure ->
                                assertThat(failure.category())
                                        .isEqualTo(GraphException.Category.UNAVAILABLE));
    }

    /** The token goes wherever a link leads. */
    @Test
    void aStartLeadsNowhereElse() {
        microsoft.graphAnswers(start(200, group(), 200, "0-0", "https://example.com/v1.0"));

        assertThatThrownBy(() -> graph.startListing(ADA))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        failure ->
                                assertThat(failure.category())
                                        .isEqualTo(GraphException.Category.MALFORMED));
    }

    private Answer start(int groupStatus, String group, int binStatus, String token) {
        return start(groupStatus, group, binStatus, token, microsoft.base());
    }

    private Answer start(
            int groupStatus, String group, int binStatus, String token, String deltaBase) {
        return Answer.json(
                """
                {"responses": [
                  {"id": "changes", "status": 200, "headers": {"x-ms-resource-unit": "1"},
                   "body": {"value": [], "@odata.deltaLink": "%s/groups/delta?$deltatoken=%s"}},
                  {"id": "bin", "status": %d, "headers": {"x-ms-resource-unit": "1"},
                   "body": {"value": [{"id": "%s"}], "@odata.nextLink": "%s"}},
                  {"id": "group", "status": %d, "headers": {"x-ms-resource-unit": "1"}, "body": %s}]}
                """
                        .formatted(
                                deltaBase,
                                token,
                                binStatus,
                                BOB,
                                page("/directory/deletedItems/more"),
                                groupStatus,
                                group));
    }

    private String page(String path) {
        return microsoft.base() + path;
    }

    private static String group() {
        return "{\"id\": \""
                + ADA
                + "\", \"displayName\": \"Staff\", \"securityEnabled\": true,"
                + " \"mailEnabled\": false, \"groupTypes\": []}";
    }

    @Test
    void typesAreToldOfWhatIsKnown() {
        microsoft.graphAnswers(
                Answer.json(
                        "{\"value\": [{\"@odata.type\": \"#microsoft.graph.user\", \"id\": \""
                                + ADA
                                + "\"}]}"));

        assertThat(graph.types(List.of(ADA, BOB))).isEqualTo(Map.of(ADA, "#microsoft.graph.user"));
        assertThat(microsoft.asked.getFirst().uri())
                .isEqualTo("/v1.0/directoryObjects/getByIds?$select=id");
        assertThat(microsoft.asked.getFirst().body()).contains(ADA.toString(), BOB.toString());
    }
}
