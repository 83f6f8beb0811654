package com.learnamp.entra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ClientSecretCredential;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.learnamp.entra.simulator.contract.Target;
import com.microsoft.graph.core.authentication.AzureIdentityAuthenticationProvider;
import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.content.BatchResponseContent;
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.net.http.HttpClient;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Microsoft's own client, which none of us wrote, finds its way around the simulator. */
@NullUnmarked // the SDK says of everything that it may be null
class MicrosoftSdkTest {

    private static GraphSimulator simulator;
    private static GraphServiceClient graph;

    @BeforeAll
    static void start() {
        simulator = GraphSimulator.start(SimulatorOptions.forTests().withPeople(250));
        ClientSecretCredential credential =
                new ClientSecretCredentialBuilder()
                        .tenantId(simulator.tenantId())
                        .clientId(simulator.clientId())
                        .clientSecret(simulator.clientSecret())
                        .authorityHost(simulator.loginUrl())
                        .disableInstanceDiscovery()
                        .httpClient(
                                new JdkHttpClientBuilder(
                                                HttpClient.newBuilder()
                                                        .sslContext(
                                                                Target.trusting(
                                                                        simulator.loginCa())))
                                        .build())
                        .build();
        BaseGraphRequestAdapter adapter =
                new BaseGraphRequestAdapter(
                        new AzureIdentityAuthenticationProvider(
                                credential,
                                new String[] {"127.0.0.1"},
                                "https://graph.microsoft.com/.default"),
                        simulator.graphBaseUrl());
        graph = new GraphServiceClient(adapter);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void pageIteratorVisitsEveryTransitiveMemberOnce() throws Exception {
        DirectoryObjectCollectionResponse first =
                graph.groups()
                        .byGroupId(simulator.groupId())
                        .transitiveMembers()
                        .get(request -> {
                            request.queryParameters.top = 99;
                            request.queryParameters.select =
                                    new String[] {"id", "department", "userType"};
                        });
        Set<String> people = new HashSet<>();
        Set<String> all = new HashSet<>();
        new PageIterator.Builder<DirectoryObject, DirectoryObjectCollectionResponse>()
                .client(graph)
                .collectionPage(first)
                .collectionPageFactory(
                        DirectoryObjectCollectionResponse::createFromDiscriminatorValue)
                .processPageItemCallback(member -> {
                    assertThat(all.add(member.getId())).isTrue();
                    if (member instanceof User user) {
                        people.add(user.getId());
                    }
                    return true;
                })
                .build()
                .iterate();
        assertThat(people).hasSize(250);
        assertThat(all.size()).isGreaterThan(250);
    }

    @Test
    void batchAnswersEveryStep() throws Exception {
        List<User> some = graph.users().get(request -> request.queryParameters.top = 10).getValue();
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
        ODataError error =
                Assertions.assertThrows(
                        ODataError.class,
                        () -> graph.users().byUserId("00000000-0000-4000-8000-000000000000").get());
        assertThat(error.getError().getCode()).isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void deltaBeginsFromNow() {
        var page =
                graph.users()
                        .delta()
                        .withUrl(simulator.graphBaseUrl() + "/users/delta?$deltatoken=latest")
                        .get();
        assertThat(page.getValue()).isEmpty();
        assertThat(page.getOdataDeltaLink()).contains("$deltatoken=");
    }
}
