package com.learnamp.entra.console.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.SyncRequest.ExplainPerson;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why somebody is here, or is not: graph-fetcher's part is played by the test. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class WhyIT {

    private final UUID object = UUID.randomUUID();
    private NewCompany company;

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
    }

    @Test
    void aMemberIsToldWithHisChainOfGroupsAndWhatWaits() throws Exception {
        company.connect();
        long holder = StoredRows.person(company, "taken@marlowe.example");
        long ada = StoredRows.person(company, "ada@marlowe.example");
        StoredRows.execute(
                "INSERT INTO provisioning.ledger (company_id, object_id, epoch, counter, state,"
                        + " user_id, observed_at, claimed_email) VALUES (?, ?, 1, 0, 'in_scope', ?,"
                        + " now(), 'taken@marlowe.example')",
                company.id(),
                object,
                ada);
        StoredRows.execute(
                "INSERT INTO provisioning.attention (company_id, object_id, reason, detail, epoch,"
                        + " counter, since) VALUES (?, ?, 'email_taken', 'taken@marlowe.example', 1,"
                        + " 0, now())",
                company.id(),
                object);
        String entra =
                """
                [{"id": "%s", "state": "PRESENT", "name": "Ada Lovelace", "userPrincipalName": "taken@marlowe.example",
                  "mail": null, "enabled": true, "member": true, "chain": [
                      {"id": "b1f2c3d4-0a1b-4c2d-8e3f-405162738495", "name": "Learn Amp Users"},
                      {"id": "b1f2c3d4-0a1b-4c2d-8e3f-405162738496", "name": "Retail North"}], "attributes": null}]
                """
                        .formatted(object);

        answering(
                entra,
                List.of(object),
                () ->
                        company.caller()
                                .get("/api/why?q=ada@marlowe.example")
                                .then()
                                .statusCode(200)
                                .body("entra", is("answered"))
                                .body("people.size()", is(1))
                                .body("people[0].verdict", is("here_with_attention"))
                                .body("people[0].entra.inTheGroup", is(true))
                                .body("people[0].entra.groups.name[1]", is("Retail North"))
                                .body("people[0].learnAmp.id", is((int) ada))
                                .body("people[0].decided.claimedEmail", is("taken@marlowe.example"))
                                .body("people[0].decided.holder", is((int) holder))
                                .body("people[0].attention[0].reason", is("email_taken")));
        Browser browser = Browser.signedIn(company);
        Document page =
                answering(entra, List.of(object), () -> browser.page("/why?q=ada@marlowe.example"));

        assertThat(page.text())
                .contains("Is in Learn Amp, but something needs attention")
                .contains("Learn Amp Users › Retail North")
                .contains("Waits for the address taken@marlowe.example");
    }

    @Test
    void aFieldThatIsKeptUnequalToEntraIsToldWithWhatKeepsIt() throws Exception {
        company.connect();
        long ada = StoredRows.person(company, "ada@marlowe.example");
        StoredRows.execute(
                "UPDATE learnamp.users SET job_title = 'Countess', location = 'Ockham',"
                        + " department = 'Analysis', first_name = 'Augusta' WHERE id = ?",
                ada);
        StoredRows.execute(
                "INSERT INTO provisioning.ledger (company_id, object_id, epoch, counter, state,"
                        + " user_id, observed_at, written) VALUES (?, ?, 1, 0, 'in_scope', ?,"
                        + " now(), '{\"job_title\": \"Analyst\", \"location\": \"Ockham\","
                        + " \"department\": \"Analysis\", \"first_name\": \"Ada\"}')",
                company.id(),
                object,
                ada);
        StoredRows.execute(
                "UPDATE provisioning.integrations SET field_rules = '{\"jobTitle\":"
                        + " \"only_when_empty\", \"location\": \"never_clear\"}'"
                        + " WHERE company_id = ?",
                company.id());
        String entra =
                """
                [{"id": "%s", "state": "PRESENT", "name": "Ada Lovelace", "userPrincipalName": "ada@marlowe.example",
                  "mail": null, "enabled": true, "member": true, "chain": [], "attributes": {
                      "givenName": "Ada", "jobTitle": "Analyst", "department": "Analysis", "officeLocation": null}}]
                """
                        .formatted(object);

        answering(
                entra,
                List.of(object),
                () ->
                        company.caller()
                                .get("/api/why?q=ada@marlowe.example")
                                .then()
                                .statusCode(200)
                                .body(
                                        "people[0].unequalFields",
                                        is(
                                                Map.of(
                                                        "first_name", "set_back",
                                                        "job_title", "kept",
                                                        "location", "not_cleared"))));
        Browser browser = Browser.signedIn(company);
        Document page =
                answering(entra, List.of(object), () -> browser.page("/why?q=ada@marlowe.example"));

        assertThat(page.select("dl").text())
                .contains("Job title Changed in Learn Amp; your rule writes this field only when")
                .contains("Location Blank in Entra; your rule never clears this field");
        assertThat(browser.page("/individuals/" + ada).select("tbody tr").eachText())
                .anySatisfy(
                        row -> assertThat(row).startsWith("Job title").contains("only when empty"))
                .anySatisfy(
                        row -> assertThat(row).startsWith("First name").contains("sets it back"));
    }

    @Test
    void strangersAndPeopleWhoDoNotExistAreToldSo() throws Exception {
        company.connect();
        Browser browser = Browser.signedIn(company);
        String stranger =
                """
                [{"id": "%s", "state": "PRESENT", "name": "Noah Fairclough", "userPrincipalName": "noah@marlowe.example",
                  "mail": null, "enabled": true, "member": false, "chain": [], "attributes": null}]
                """
                        .formatted(object);

        Document page =
                answering(stranger, List.of(), () -> browser.page("/why?q=noah@marlowe.example"));
        Document nobody =
                answering("[]", List.of(), () -> browser.page("/why?q=nobody@else.example"));

        assertThat(page.select("h2").text()).contains("Not in the group");
        assertThat(page.text())
                .contains("Noah Fairclough")
                .contains("Add it to the security group");
        assertThat(nobody.text()).contains("Nobody has this email, object ID or name");
    }

    @Test
    void ofSomebodyWhoWasErasedItIsToldThatHeIsKeptAway() throws Exception {
        company.connect();
        for (String about : List.of(object.toString(), "gone@marlowe.example")) {
            company.caller()
                    .contentType("application/json")
                    .body(Map.of("about", about))
                    .post("/api/erasures")
                    .then()
                    .statusCode(200);
        }
        Browser browser = Browser.signedIn(company);
        String entra =
                """
                [{"id": "%s", "state": "PRESENT", "name": "Ida Gone", "userPrincipalName": "gone@marlowe.example",
                  "mail": null, "enabled": true, "member": true, "chain": [], "attributes": null}]
                """
                        .formatted(object);

        answering(
                entra,
                List.of(),
                () ->
                        company.caller()
                                .get("/api/why?q=gone@marlowe.example")
                                .then()
                                .body("erased", is(true))
                                .body("people[0].verdict", is("erased")));
        Document nobody =
                answering("[]", List.of(), () -> browser.page("/why?q=gone@marlowe.example"));
        Document found = answering(entra, List.of(), () -> browser.page("/why?q=ida"));

        assertThat(nobody.text())
                .contains("was erased")
                .doesNotContain("Nobody has this email, object ID or name");
        assertThat(found.select("h2").text()).contains("Was erased, and is kept away");
    }

    @Test
    void whereNoDirectoryIsConnectedLearnAmpAloneIsAsked() {
        StoredRows.person(company, "ada@marlowe.example");

        company.caller()
                .get("/api/why?q=lovelace")
                .then()
                .statusCode(200)
                .body("entra", is("not_connected"))
                .body("people[0].verdict", is("only_in_learn_amp"));
        company.caller().get("/api/why?q=x").then().statusCode(400);
        Operations.createCompany()
                .caller()
                .get("/api/why?q=lovelace")
                .then()
                .body("people.size()", is(0));
    }

    /** As graph-fetcher answers. */
    private <T> T answering(String people, List<UUID> known, Supplier<T> asking) throws Exception {
        try (TopicTap requests =
                TopicTap.on(BackingServices.bootstrapServers(), Topic.SYNC_REQUESTS)) {
            CompletableFuture<T> answer = CompletableFuture.supplyAsync(asking);
            ExplainPerson question =
                    requests.until(records -> questions(records).findFirst().isPresent()).stream()
                            .flatMap(record -> questions(List.of(record)))
                            .findFirst()
                            .orElseThrow();
            assertThat(question.known()).extracting(id -> id.value()).isEqualTo(known);
            StoredRows.execute(
                    "INSERT INTO directory.explanations VALUES (?, ?, NULL, ?::jsonb, now())",
                    question.question(),
                    company.id(),
                    people);
            return answer.get();
        }
    }

    private Stream<ExplainPerson> questions(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> MessageCodec.read(record.value(), SyncRequest.class))
                .flatMap(read ->
                        read instanceof Parsed.Read<SyncRequest>(ExplainPerson question)
                                ? Optional.of(question).stream()
                                : Stream.empty())
                .filter(question -> question.company().equals(company.company()));
    }
}
