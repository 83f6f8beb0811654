package com.learnamp.entra.console.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class MappingsIT {

    private static final String PERSON = "0f0a1c9e-3a43-4c8b-9d2e-6f5a1b2c3d4e";

    private static final String SAMPLE =
            """
            [{"id": "%s", "attributes": {"userPrincipalName": "anna@contoso.com", "displayName": "Anna Smith",
              "department": "Bread", "additional": {"extensionAttribute1": "cc-100"}}}]
            """
                    .formatted(PERSON);

    private NewCompany company;

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
        add(Map.of("name", "Cost centre", "type", "text")).statusCode(201);
    }

    @Test
    void aMappingIsARevisionThatEveryServiceHearsOfAndARun() {
        company.connect();
        try (TopicTap settings =
                TopicTap.on(BackingServices.bootstrapServers(), Topic.INTEGRATIONS)) {
            map("Cost centre", Map.of("attribute", "extensionAttribute1"))
                    .statusCode(200)
                    .body("mappings", hasSize(1))
                    .body("mappings[0].field", equalTo("Cost centre"))
                    .body("mappings[0].type", equalTo("text"))
                    .body("mappings[0].reads[0]", equalTo("extensionAttribute1"))
                    .body("mappings[0].rule", equalTo("always"));

            IntegrationSettings said = said(settings);
            assertThat(said.revision()).isEqualTo(3);
            assertThat(said.customFields())
                    .singleElement()
                    .satisfies(mapping -> assertThat(mapping.field()).isEqualTo("Cost centre"));
        }
        company.caller()
                .get("/api/integration")
                .then()
                .body("revision", equalTo(3))
                .body("run.trigger", equalTo("settings"));

        map("cost centre", Map.of("attribute", "extensionAttribute1")).statusCode(200);
        company.caller().get("/api/integration").then().body("revision", equalTo(3));

        company.caller()
                .delete("/api/mappings/{field}", "Cost centre")
                .then()
                .statusCode(200)
                .body("mappings", is(empty()));
        company.caller().delete("/api/mappings/{field}", "Cost centre").then().statusCode(404);
    }

    @Test
    void whatIsWrongIsNamedWithItsPosition() {
        map("Cost centre", Map.of("expression", "departmnt + 'x'"))
                .statusCode(400)
                .body(
                        "fullErrors.expression[0]",
                        equalTo(
                                "is wrong. Line 1, column 1: There is no attribute and no function"
                                        + " departmnt; did you mean department?"));
        map("Unheard of", Map.of("attribute", "mail"))
                .statusCode(400)
                .body("fullErrors.field[0]", containsString("is not a custom field"));
        map("Cost centre", Map.of("colour", "blue"))
                .statusCode(400)
                .body("fullErrors.colour[0]", equalTo("is not known here"));
        add(Map.of("name", "COST centre", "type", "text"))
                .statusCode(400)
                .body("error", equalTo("name has already been taken"));
        add(Map.of("name", "Shift", "type", "choice"))
                .statusCode(400)
                .body("fullErrors.options[0]", containsString("are needed for a choice"));
    }

    @Test
    void aMappingIsTriedOnRealPeopleAndNothingIsSaved() throws SQLException {
        company.connect();
        Map<String, ?> mapping =
                Map.of(
                        "field", "Cost centre",
                        "expression", "extensionAttribute1.upperAscii() + ' ' + department",
                        "people", List.of(PERSON));
        UUID trial;
        try (TopicTap requests =
                TopicTap.on(BackingServices.bootstrapServers(), Topic.SYNC_REQUESTS)) {
            trial =
                    UUID.fromString(
                            company.caller()
                                    .contentType("application/json")
                                    .body(mapping)
                                    .post("/api/mappings/try")
                                    .then()
                                    .statusCode(202)
                                    .body("state", equalTo("waiting"))
                                    .extract()
                                    .path("id"));
            SyncRequest.ReadSample asked = asked(requests, trial);
            assertThat(asked.attributes()).containsExactly("department", "extensionAttribute1");
            assertThat(asked.people()).extracting(Object::toString).containsExactly(PERSON);
        }

        answer(trial, null, SAMPLE);

        company.caller()
                .get("/api/mappings/tries/" + trial)
                .then()
                .statusCode(200)
                .body("state", equalTo("answered"))
                .body("people[0].name", equalTo("Anna Smith"))
                .body("people[0].attributes.extensionAttribute1", equalTo("cc-100"))
                .body("people[0].value", equalTo("CC-100 Bread"));
        company.caller().get("/api/mappings").then().body("mappings", is(empty()));
        NewCompany other = Operations.createCompany();
        other.caller().get("/api/mappings/tries/" + trial).then().statusCode(404);
    }

    @Test
    void aDirectoryExtensionThatTheTenantLacksIsRefusedByItsName() throws Exception {
        company.connect();
        String extension = "extension_0123456789abcdef0123456789abcdef_shift";
        Supplier<ValidatableResponse> put =
                () -> map("Cost centre", Map.of("attribute", extension));

        try (TopicTap requests =
                TopicTap.on(BackingServices.bootstrapServers(), Topic.SYNC_REQUESTS)) {
            CompletableFuture<ValidatableResponse> refused = CompletableFuture.supplyAsync(put);
            answer(
                    tried(requests, extension),
                    "Your tenant has no attribute " + extension + ": check the name in Entra.",
                    "[]");
            refused.get()
                    .statusCode(400)
                    .body("fullErrors.attribute[0]", containsString(extension));
        }
        company.caller().get("/api/mappings").then().body("mappings", is(empty()));

        try (TopicTap requests =
                TopicTap.on(BackingServices.bootstrapServers(), Topic.SYNC_REQUESTS)) {
            CompletableFuture<ValidatableResponse> saved = CompletableFuture.supplyAsync(put);
            answer(tried(requests, extension), null, "[]");
            saved.get().statusCode(200).body("mappings[0].attribute", equalTo(extension));
        }
    }

    /** The sample that is asked for with this attribute. */
    private static UUID tried(TopicTap tap, String attribute) {
        Function<List<ConsumerRecord<String, byte[]>>, Optional<UUID>> found =
                records ->
                        records.stream()
                                .map(record -> read(record.value(), SyncRequest.class))
                                .filter(SyncRequest.ReadSample.class::isInstance)
                                .map(SyncRequest.ReadSample.class::cast)
                                .filter(sample -> sample.attributes().contains(attribute))
                                .map(SyncRequest.ReadSample::sample)
                                .findFirst();
        return found.apply(tap.until(records -> found.apply(records).isPresent())).orElseThrow();
    }

    @Test
    void thePageWorksWithoutScripts() throws SQLException {
        company.connect();
        Browser browser = Browser.signedIn(company);
        Map<String, String> wrong =
                Map.of("field", "Cost centre", "attribute", "", "expression", "department -");
        Response refused = browser.post("/mappings", "/mappings", wrong);
        refused.then().statusCode(400);
        Document again = browser.follow(refused);
        assertThat(again.select("#expression-problem").text()).contains("Line 1, column 13");
        assertThat(again.select("#expression").val()).isEqualTo("department -");

        Map<String, String> good =
                Map.of(
                        "field", "Cost centre",
                        "attribute", "extensionAttribute1",
                        "expression", "",
                        "rule", "never_clear");
        Response tried = browser.post("/mappings", "/mappings/try", good);
        String trial = Browser.pathOf(tried);
        assertThat(browser.page(trial).select("meta[http-equiv=refresh]")).hasSize(1);
        answer(UUID.fromString(trial.substring(trial.lastIndexOf('/') + 1)), null, SAMPLE);
        Document outcome = browser.page(trial);
        assertThat(outcome.select("meta[http-equiv=refresh]")).isEmpty();
        assertThat(outcome.select("section[aria-labelledby=tried]").text())
                .contains("Anna Smith")
                .contains("cc-100");

        Document saved = browser.follow(browser.post(trial, "/mappings", good));
        assertThat(saved.select("[role=status]").text()).contains("Saved");
        assertThat(saved.select("section[aria-labelledby=own]").text())
                .contains("Cost centre")
                .contains("extensionAttribute1")
                .contains("Never cleared");

        Document removed =
                browser.follow(
                        browser.post(
                                "/mappings", "/mappings/remove", Map.of("field", "Cost centre")));
        assertThat(removed.select("section[aria-labelledby=own]").text())
                .contains("No custom field follows Entra yet");
    }

    @Test
    void learnAmpsApiTellsCustomFieldsByName() throws SQLException {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement set =
                        store.prepareStatement(
                                "UPDATE learnamp.users u SET custom_fields ="
                                        + " jsonb_build_object(f.id::text, 'CC-1') FROM"
                                        + " learnamp.custom_fields f WHERE f.company_id ="
                                        + " u.company_id AND u.id = ?")) {
            set.setLong(1, company.owner());
            set.executeUpdate();
        }

        company.caller()
                .get("/v1/users?expanded=true")
                .then()
                .statusCode(200)
                .body("users[0].customFields", hasSize(1))
                .body("users[0].customFields[0].name", equalTo("Cost centre"))
                .body("users[0].customFields[0].value", equalTo("CC-1"));
    }

    private ValidatableResponse add(Map<String, ?> field) {
        return company.caller()
                .contentType("application/json")
                .body(field)
                .post("/api/custom-fields")
                .then();
    }

    private ValidatableResponse map(String field, Map<String, ?> mapping) {
        return company.caller()
                .contentType("application/json")
                .body(mapping)
                .put("/api/mappings/{field}", field)
                .then();
    }

    /** As graph-fetcher answers. */
    private void answer(UUID trial, @Nullable String failure, String people) throws SQLException {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement answer =
                        store.prepareStatement(
                                "INSERT INTO directory.samples VALUES (?, ?, ?, ?::jsonb,"
                                        + " now())")) {
            answer.setObject(1, trial);
            answer.setLong(2, company.id());
            answer.setString(3, failure);
            answer.setString(4, people);
            answer.executeUpdate();
        }
    }

    private IntegrationSettings said(TopicTap tap) {
        return tap
                .until(records ->
                        records.stream()
                                .anyMatch(record ->
                                        record.key().equals(company.company().toString())))
                .stream()
                .filter(record -> record.key().equals(company.company().toString()))
                .map(record -> read(record.value(), IntegrationSettings.class))
                .toList()
                .getLast();
    }

    private static SyncRequest.ReadSample asked(TopicTap tap, UUID trial) {
        return tap.until(records -> !samples(records, trial).isEmpty()).stream()
                .flatMap(record -> samples(List.of(record), trial).stream())
                .toList()
                .getFirst();
    }

    private static List<SyncRequest.ReadSample> samples(
            List<ConsumerRecord<String, byte[]>> records, UUID trial) {
        return records.stream()
                .map(record -> read(record.value(), SyncRequest.class))
                .filter(SyncRequest.ReadSample.class::isInstance)
                .map(SyncRequest.ReadSample.class::cast)
                .filter(sample -> sample.sample().equals(trial))
                .toList();
    }

    private static <T extends Message> T read(byte[] bytes, Class<T> type) {
        return ((Parsed.Read<T>) MessageCodec.read(bytes, type)).message();
    }
}
