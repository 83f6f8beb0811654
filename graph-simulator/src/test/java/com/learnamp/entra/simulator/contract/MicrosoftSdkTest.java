package com.learnamp.entra.simulator.contract;

import static com.learnamp.entra.simulator.contract.GraphConversation.EVENTUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.content.BatchRequestContentCollection;
import com.microsoft.graph.core.content.BatchResponseContent;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.directoryobjects.getbyids.GetByIdsPostRequestBody;
import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.delta.DeltaGetResponse;
import com.microsoft.graph.users.item.checkmembergroups.CheckMemberGroupsPostRequestBody;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract from the side of Microsoft's own client, which none of us wrote. */
@Tag("read-only")
@NullUnmarked // the SDK says of everything that it may be null
class MicrosoftSdkTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final Target target = Target.readOnly();
    private final GraphServiceClient graph = MicrosoftSdk.of(target);
    private final GraphConversation ours = GraphConversation.signedIn(target);

    @Test
    void pageIteratorVisitsEveryTransitiveMemberOnce() throws Exception {
        DirectoryObjectCollectionResponse first =
                graph.groups()
                        .byGroupId(target.groupId())
                        .transitiveMembers()
                        .get(request -> {
                            request.queryParameters.top = 99;
                            request.queryParameters.select =
                                    new String[] {"id", "department", "userType"};
                        });
        Set<String> all = new HashSet<>();
        new PageIterator.Builder<DirectoryObject, DirectoryObjectCollectionResponse>()
                .client(graph)
                .collectionPage(first)
                .collectionPageFactory(
                        DirectoryObjectCollectionResponse::createFromDiscriminatorValue)
                .processPageItemCallback(member -> {
                    assertThat(all.add(member.getId())).isTrue();
                    return true;
                })
                .build()
                .iterate();

        assertThat(all).isEqualTo(ids(ours.all(members() + "?$top=999&$select=id")));
    }

    /** It leaves the header behind: whoever needs it must say it for every page. */
    @Test
    void pageIteratorVisitsTheUsersOfACastOnceItIsToldTheHeader() throws Exception {
        UserCollectionResponse first =
                graph.groups()
                        .byGroupId(target.groupId())
                        .transitiveMembers()
                        .graphUser()
                        .get(request -> {
                            request.headers.add(EVENTUAL[0], EVENTUAL[1]);
                            request.queryParameters.count = true;
                            request.queryParameters.top = 20;
                            request.queryParameters.select = new String[] {"id"};
                        });
        Set<String> people = new HashSet<>();
        new PageIterator.Builder<User, UserCollectionResponse>()
                .client(graph)
                .collectionPage(first)
                .collectionPageFactory(UserCollectionResponse::createFromDiscriminatorValue)
                .requestConfigurator(request -> {
                    request.headers.add(EVENTUAL[0], EVENTUAL[1]);
                    return request;
                })
                .processPageItemCallback(user -> people.add(user.getId()))
                .build()
                .iterate();

        assertThat((long) people.size()).isEqualTo(first.getOdataCount());
    }

    @Test
    void aCastWithoutItsHeaderIsRefused() {
        ODataError refused =
                refused(() ->
                        graph.groups()
                                .byGroupId(target.groupId())
                                .transitiveMembers()
                                .graphUser()
                                .get());

        assertThat(refused.getResponseStatusCode()).isEqualTo(400);
        assertThat(refused.getError().getCode()).isEqualTo("Request_UnsupportedQuery");
    }

    @Test
    void aLongBatchIsSplitAndAFailedStepIsToldFromTheOthers() throws Exception {
        BatchRequestContentCollection batch = new BatchRequestContentCollection(graph);
        List<String> known =
                some(24).stream()
                        .map(user ->
                                batch.addBatchRequestStep(
                                        graph.users()
                                                .byUserId(user.getId())
                                                .toGetRequestInformation()))
                        .toList();
        String unknown =
                batch.addBatchRequestStep(
                        graph.users().byUserId(UNKNOWN).toGetRequestInformation());

        Map<String, Integer> statuses =
                graph.getBatchRequestBuilder().post(batch, null).getResponsesStatusCodes();

        assertThat(statuses).hasSize(25).containsEntry(unknown, 404);
        assertThat(known).allSatisfy(step -> assertThat(statuses).containsEntry(step, 200));
    }

    @Test
    void membershipIsSeenThroughNesting() {
        JsonNode person =
                ours.get(members() + "?$top=999&$select=id").values().stream()
                        .filter(member -> member.path("@odata.type").asText().endsWith(".user"))
                        .findFirst()
                        .orElseThrow();
        CheckMemberGroupsPostRequestBody body = new CheckMemberGroupsPostRequestBody();
        body.setGroupIds(List.of(target.groupId(), UNKNOWN));

        assertThat(
                        graph.users()
                                .byUserId(person.path("id").asText())
                                .checkMemberGroups()
                                .post(body)
                                .getValue())
                .containsExactly(target.groupId());
    }

    @Test
    void objectsByTheirIdsAreOfTheirTypes() {
        GetByIdsPostRequestBody body = new GetByIdsPostRequestBody();
        body.setIds(List.of(target.groupId(), some(1).getFirst().getId()));

        assertThat(graph.directoryObjects().getByIds().post(body).getValue())
                .hasAtLeastOneElementOfType(Group.class)
                .hasAtLeastOneElementOfType(User.class);
    }

    @Test
    void aRoundOfDeltaEndsWithTheLinkToTheNext() throws Exception {
        Set<String> people = new HashSet<>();
        PageIterator<User, DeltaGetResponse> round =
                new PageIterator.Builder<User, DeltaGetResponse>()
                        .client(graph)
                        .collectionPage(
                                graph.users()
                                        .delta()
                                        .get(request ->
                                                request.queryParameters.select =
                                                        new String[] {"id"}))
                        .collectionPageFactory(DeltaGetResponse::createFromDiscriminatorValue)
                        .processPageItemCallback(user -> {
                            people.add(user.getId());
                            return true;
                        })
                        .build();
        round.iterate();

        assertThat(round.getDeltaLink()).contains("$deltatoken=");
        assertThat(people).containsAll(ids(ours.all("/users?$top=999&$select=id")));
    }

    @Test
    void whoIsNotInTheBinIsNotFoundThere() {
        assertThat(graph.directory().deletedItems().graphUser().get().getValue()).isNotNull();
        assertThat(
                        refused(() ->
                                        graph.directory()
                                                .deletedItems()
                                                .byDirectoryObjectId(some(1).getFirst().getId())
                                                .get())
                                .getResponseStatusCode())
                .isEqualTo(404);
    }

    @Test
    void batchAnswersEveryStep() throws Exception {
        List<User> some = some(10);
        BatchRequestContent batch = new BatchRequestContent(graph);
        List<String> steps =
                some.stream()
                        .map(user ->
                                batch.addBatchRequestStep(
                                        graph.users()
                                                .byUserId(user.getId())
                                                .toGetRequestInformation()))
                        .toList();
        BatchResponseContent answers = graph.getBatchRequestBuilder().post(batch, null);
        for (int position = 0; position < steps.size(); position++) {
            User user =
                    answers.getResponseById(
                            steps.get(position), User::createFromDiscriminatorValue);
            assertThat(user.getId()).isEqualTo(some.get(position).getId());
        }
    }

    @Test
    void expandedManagerIsTyped() {
        User managed =
                graph
                        .users()
                        .get(request -> {
                            request.queryParameters.top = 999;
                            request.queryParameters.select = new String[] {"id"};
                            request.queryParameters.expand = new String[] {"manager($select=id)"};
                        })
                        .getValue()
                        .stream()
                        .filter(user -> user.getManager() != null)
                        .findFirst()
                        .orElseThrow();
        assertThat(graph.users().byUserId(managed.getId()).manager().get().getId())
                .isEqualTo(managed.getManager().getId());
    }

    @Test
    void errorsAreTyped() {
        ODataError error = refused(() -> graph.users().byUserId(UNKNOWN).get());
        assertThat(error.getError().getCode()).isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void deltaBeginsFromNow() {
        var page =
                graph.users()
                        .delta()
                        .withUrl(target.graphBaseUrl() + "/users/delta?$deltatoken=latest")
                        .get();
        assertThat(page.getValue()).isEmpty();
        assertThat(page.getOdataDeltaLink()).contains("$deltatoken=");
    }

    private List<User> some(int count) {
        return graph.users().get(request -> request.queryParameters.top = count).getValue();
    }

    private String members() {
        return "/groups/" + target.groupId() + "/transitiveMembers";
    }

    private static Set<String> ids(List<JsonNode> objects) {
        Set<String> ids = new HashSet<>();
        objects.forEach(each -> ids.add(each.path("id").asText()));
        return ids;
    }

    private static ODataError refused(ThrowingCallable request) {
        return catchThrowableOfType(ODataError.class, request);
    }
}
