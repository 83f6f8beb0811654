package com.learnamp.entra.console.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class SyncPersonIT {

    private final UUID object = UUID.randomUUID();
    private NewCompany company;

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
    }

    @Test
    void asksTheFetcherToLookNow() throws Exception {
        company.connect();
        long person = person(true);
        String key = RecordKey.of(company.company(), new EntraObjectId(object)).text();

        try (TopicTap requests =
                TopicTap.on(BackingServices.bootstrapServers(), Topic.SYNC_REQUESTS)) {
            company.caller().post("/api/people/" + person + "/sync").then().statusCode(202);

            List<ConsumerRecord<String, byte[]>> heard =
                    requests.until(
                            records -> records.stream().anyMatch(one -> key.equals(one.key())));
            assertThat(heard)
                    .filteredOn(one -> key.equals(one.key()))
                    .singleElement()
                    .satisfies(one ->
                            assertThat(MessageCodec.read(one.value(), SyncRequest.class))
                                    .isInstanceOfSatisfying(
                                            Parsed.Read.class,
                                            read ->
                                                    assertThat(read.message())
                                                            .isInstanceOf(
                                                                    SyncRequest.LookUpUser.class)));
        }
    }

    @Test
    void theStepsAreToldAsTheyHappen() throws Exception {
        company.connect();
        long person = person(true);
        String since =
                company.caller()
                        .post("/api/people/" + person + "/sync")
                        .then()
                        .statusCode(202)
                        .body("finished", is(false))
                        .body("steps.outcome", is(List.of("waiting")))
                        .extract()
                        .path("since");
        CompletableFuture<String> told = listening(person);

        StoredRows.execute(
                "INSERT INTO directory.roster (company_id, object_id, tenant_id, group_id, state,"
                        + " epoch, counter, revision, content_hash, changed_at, live_read_at)"
                        + " VALUES (?, ?, ?, ?, 'in_scope', 2, 0, 1, '', now(), now())",
                company.id(),
                object,
                object,
                object);
        company.caller()
                .get("/api/people/" + person + "/sync?since=" + since)
                .then()
                .statusCode(200)
                .body("steps.station", is(List.of("read", "written")))
                .body("steps.outcome", is(List.of("done", "waiting")));
        StoredRows.execute(
                "INSERT INTO provisioning.history (company_id, user_id, change_number, kind, cause,"
                        + " changes) VALUES (?, ?, 1, 'updated', 'admin', '{\"jobTitle\":"
                        + " {\"before\": null, \"after\": \"Chef\"}}')",
                company.id(),
                person);
        StoredRows.execute(
                "UPDATE provisioning.ledger SET epoch = 2, changed_at = now() WHERE object_id = ?",
                object);

        company.caller()
                .get("/api/people/" + person + "/sync?since=" + since)
                .then()
                .body("finished", is(true))
                .body("steps[1].outcome", is("changed"))
                .body("steps[1].fields", is(List.of("jobTitle")));
        assertThat(told.get())
                .contains("event:steps")
                .contains("\"outcome\":\"changed\"")
                .contains("event:done");
        company.caller().get("/api/people/" + person + "/sync?since=x").then().statusCode(404);
        assertThat(
                        Browser.signedIn(company)
                                .page("/individuals/" + person + "?done=asked&since=" + since)
                                .select("[role=status]")
                                .text())
                .contains("Read from Entra")
                .contains("Written to Learn Amp")
                .contains("Job title");
    }

    /** A program that begins a sync, and hears all of it; returns once it has begun. */
    private CompletableFuture<String> listening(long person) {
        String key = RecordKey.of(company.company(), new EntraObjectId(object)).text();
        try (TopicTap requests =
                TopicTap.on(BackingServices.bootstrapServers(), Topic.SYNC_REQUESTS)) {
            CompletableFuture<String> told =
                    CompletableFuture.supplyAsync(() ->
                            company.caller()
                                    .post("/api/people/" + person + "/sync/events")
                                    .then()
                                    .statusCode(200)
                                    .extract()
                                    .asString());
            requests.until(records -> records.stream().anyMatch(one -> key.equals(one.key())));
            return told;
        }
    }

    @Test
    void saysWhenThePersonIsNotFollowed() throws Exception {
        long person = person(false);

        company.caller()
                .post("/api/people/" + person + "/sync")
                .then()
                .statusCode(409)
                .body("error", containsString("not followed"));
    }

    @Test
    void reachesOnlyTheCallersOwnPeople() throws Exception {
        company.connect();
        long person = person(true);
        NewCompany other = Operations.createCompany();

        other.caller().post("/api/people/" + person + "/sync").then().statusCode(404);
        other.caller().post("/api/people/" + person + "/sync/events").then().statusCode(404);
        other.caller().post(company.at("/people/" + person + "/sync")).then().statusCode(403);
        Operations.caller().post(company.at("/people/" + person + "/sync")).then().statusCode(202);
        given().post("/api/people/" + person + "/sync").then().statusCode(401);
    }

    private long person(boolean followed) throws Exception {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement insert =
                        store.prepareStatement(
                                """
                                INSERT INTO learnamp.users (company_id, email, first_name, last_name, time_zone, language)
                                VALUES (?, ?, 'Ada', 'Lovelace', 'London', 'en') RETURNING id
                                """)) {
            insert.setLong(1, company.company().value());
            insert.setString(2, object + "@marlowe.example");
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                long person = row.getLong(1);
                if (followed) {
                    follow(store, person);
                }
                return person;
            }
        }
    }

    private void follow(Connection store, long person) throws Exception {
        try (PreparedStatement insert =
                store.prepareStatement(
                        """
                        INSERT INTO provisioning.ledger (company_id, object_id, epoch, counter, state, user_id, observed_at)
                        VALUES (?, ?, 1, 0, 'in_scope', ?, now())
                        """)) {
            insert.setLong(1, company.company().value());
            insert.setObject(2, object);
            insert.setLong(3, person);
            insert.executeUpdate();
        }
    }
}
