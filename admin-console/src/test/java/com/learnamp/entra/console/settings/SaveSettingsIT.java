package com.learnamp.entra.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class SaveSettingsIT {

    private NewCompany company;

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
    }

    @Test
    void aNewCompanyHasNothingSaved() {
        company.caller()
                .get("/api/integration")
                .then()
                .statusCode(200)
                .body("status", equalTo("draft"))
                .body("revision", equalTo(0))
                .body("tenantId", nullValue())
                .body("assignManagers", equalTo(true))
                .body("run", nullValue());
    }

    @Test
    void connectingTellsTheSettingsAndThenAsksForTheFirstRun() throws Exception {
        try (TopicTap settings = tap(Topic.INTEGRATIONS);
                TopicTap requests = tap(Topic.SYNC_REQUESTS)) {
            JsonPath connected =
                    company.connect()
                            .body("status", equalTo("active"))
                            .body("revision", equalTo(2))
                            .body("run.trigger", equalTo("initial"))
                            .body("nextFullSyncAt", notNullValue())
                            .extract()
                            .jsonPath();

            IntegrationSettings said = ofCompany(settings, IntegrationSettings.class, 1).getFirst();
            assertThat(said.revision()).isEqualTo(2);
            assertThat(said.status()).isEqualTo(IntegrationSettings.Status.ACTIVE);
            assertThat(said.tenant().toString()).isEqualTo(connected.getString("tenantId"));
            assertThat(said.group().toString()).isEqualTo(connected.getString("groupId"));
            SyncRequest.FullSync asked =
                    (SyncRequest.FullSync) ofCompany(requests, SyncRequest.class, 1).getFirst();
            assertThat(asked.run().toString()).isEqualTo(connected.getString("run.id"));
            assertThat(asked.revision()).isEqualTo(2);
            assertThat(asked.trigger()).isEqualTo(RunTrigger.INITIAL);
        }
    }

    @Test
    void aSaveSupersedesTheRunUnderWayAndBeginsAnother() {
        String first = company.connect().extract().path("run.id");

        String second =
                company.caller()
                        .contentType("application/json")
                        .body(Map.of("assignManagers", false))
                        .put("/api/integration")
                        .then()
                        .statusCode(200)
                        .body("revision", equalTo(3))
                        .body("assignManagers", equalTo(false))
                        .body("run.trigger", equalTo("settings"))
                        .extract()
                        .path("run.id");

        assertThat(second).isNotEqualTo(first);
        company.caller()
                .get("/api/sync-runs/" + first)
                .then()
                .statusCode(200)
                .body("state", equalTo("superseded"));
    }

    @Test
    void whatChangesNothingMakesNoRevision() {
        String run = company.connect().extract().path("run.id");

        company.caller()
                .contentType("application/json")
                .body(Map.of("assignManagers", true, "invitations", "by_hand"))
                .put("/api/integration")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("run.id", equalTo(run));
    }

    @Test
    void malformedIdsAreRefusedByField() {
        Operations.caller()
                .contentType("application/json")
                .body(Map.of("tenantId", "contoso", "groupId", "1-1-1-1-1", "colour", "red"))
                .put(company.at("/integration"))
                .then()
                .statusCode(400)
                .body("error", containsString("tenantId is not a GUID"))
                .body("fullErrors.tenantId[0]", containsString("is not a GUID"))
                .body("fullErrors.groupId[0]", containsString("is not a GUID"))
                .body("fullErrors.colour[0]", equalTo("is not known here"));
    }

    @Test
    void onlyOperationsBindATenant() {
        company.caller()
                .contentType("application/json")
                .body(Map.of("tenantId", UUID.randomUUID().toString()))
                .put("/api/integration")
                .then()
                .statusCode(403)
                .body("fullErrors.tenantId[0]", containsString("only by Learn Amp's operations"));
    }

    @Test
    void withoutATenantAndAGroupNothingIsConnected() {
        company.caller()
                .post("/api/integration/connect")
                .then()
                .statusCode(400)
                .body("fullErrors.tenantId[0]", equalTo("is missing"))
                .body("fullErrors.groupId[0]", equalTo("is missing"));
    }

    @Test
    void disconnectingEndsTheRunAndTellsIt() throws Exception {
        String run = company.connect().extract().path("run.id");
        try (TopicTap settings = tap(Topic.INTEGRATIONS)) {
            company.caller()
                    .post("/api/integration/disconnect")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("disconnected"))
                    .body("run", nullValue());

            assertThat(ofCompany(settings, IntegrationSettings.class, 1).getFirst().status())
                    .isEqualTo(IntegrationSettings.Status.DISCONNECTED);
        }
        company.caller().get("/api/sync-runs/" + run).then().body("state", equalTo("superseded"));
        company.caller().post("/api/sync-runs").then().statusCode(409);
    }

    @Test
    void aCheckIsAskedOfTheFetcherAndItsAnswerIsShown() throws Exception {
        company.bind();
        String check;
        try (TopicTap requests = tap(Topic.SYNC_REQUESTS)) {
            check =
                    company.caller()
                            .post("/api/integration/check")
                            .then()
                            .statusCode(202)
                            .body("state", equalTo("waiting"))
                            .extract()
                            .path("id");
            SyncRequest.CheckConnection asked =
                    (SyncRequest.CheckConnection)
                            ofCompany(requests, SyncRequest.class, 1).getFirst();
            assertThat(asked.check().toString()).isEqualTo(check);
        }
        answer(check);

        company.caller()
                .get("/api/integration/checks/" + check)
                .then()
                .statusCode(200)
                .body("state", equalTo("answered"))
                .body("outcome", equalTo("group_not_found"))
                .body("message", equalTo("No group with this object ID."));
        Operations.createCompany()
                .caller()
                .get("/api/integration/checks/" + check)
                .then()
                .statusCode(404);
    }

    private void answer(String check) throws Exception {
        try (var connection = BackingServices.connectToStore();
                var statement =
                        connection.prepareStatement(
                                """
                                INSERT INTO directory.connection_checks
                                    (check_id, company_id, tenant_id, group_id, outcome, message)
                                SELECT check_id, company_id, gen_random_uuid(), group_id, 'group_not_found',
                                       'No group with this object ID.'
                                FROM provisioning.check_requests WHERE check_id = ?::uuid
                                """)) {
            statement.setString(1, check);
            statement.executeUpdate();
        }
    }

    private static TopicTap tap(Topic topic) {
        return TopicTap.on(BackingServices.bootstrapServers(), topic);
    }

    private <M extends Message> List<M> ofCompany(TopicTap tap, Class<M> type, int count) {
        String key = Long.toString(company.id());
        return tap
                .until(heard -> heard.stream().filter(one -> isOf(one, key)).count() >= count)
                .stream()
                .filter(one -> isOf(one, key))
                .map(one -> ((Parsed.Read<M>) MessageCodec.read(one.value(), type)).message())
                .toList();
    }

    private static boolean isOf(ConsumerRecord<String, byte[]> heard, String company) {
        return heard.key().equals(company) || heard.key().startsWith(company + ":");
    }
}
