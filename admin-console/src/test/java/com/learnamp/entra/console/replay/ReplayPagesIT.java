package com.learnamp.entra.console.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of replays: what it would do is told before, how far it is meanwhile. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class ReplayPagesIT {

    private Browser browser;
    private NewCompany company;

    @BeforeEach
    void signIn() {
        browser = Browser.ofOperations();
        company = Operations.createCompany();
    }

    /** So that nobody else's test carries it out. */
    @AfterEach
    void stopWhatWasAskedFor() {
        StoredRows.execute(
                "UPDATE provisioning.replays SET state = 'stopped' WHERE company_id = ?",
                company.id());
    }

    @Test
    void whatIsEnteredWronglyIsToldBesideItsFieldAndKept() {
        Response refused =
                browser.get(
                        "/ops/replay/confirm?whose=one&company=9000000000&person=Ruth&into=mapper"
                                + "&from=place&fromTopic=provisioning.commands.v1&fromOffset=-4"
                                + "&reason=+");

        refused.then().statusCode(400);
        Document page = browser.follow(refused);
        assertThat(page.select("[aria-invalid=true]").eachAttr("id"))
                .containsExactly("person", "fromOffset", "reason");
        assertThat(page.select("#person").val()).isEqualTo("Ruth");
        assertThat(page.select("#person-problem").text()).contains("isn’t an object ID");
        assertThat(page.select("#fromOffset").val()).isEqualTo("-4");
        assertThat(page.select("#fromTopic option[selected]").val())
                .isEqualTo("provisioning.commands.v1");
        assertThat(page.select("input[name=from][checked]").val()).isEqualTo("place");
        assertThat(page.select(".note.bad a").eachAttr("href"))
                .contains("#person", "#fromOffset", "#reason");
    }

    @Test
    void aCompanyThatIsNotThereAndAPersonOfNoCompanyAreRefused() {
        assertThat(problem("whose=one&company=9000000000&reason=x", "company"))
                .contains("No company has this number");
        assertThat(problem("whose=one&company=Marlowe&reason=x", "company"))
                .contains("No company has this number");
        assertThat(problem("whose=one&reason=x", "company")).contains("Enter the number");
        assertThat(problem("whose=all&reason=x&person=" + UUID.randomUUID(), "person"))
                .contains("only with the number of the company");
        assertThat(problem("whose=all&reason=x&from=time&fromTime=2126-01-01T00:00", "fromTime"))
                .contains("a time that has been");
        assertThat(problem("whose=all&reason=x&from=time", "fromTime"))
                .contains("a time that has been");
    }

    @Test
    void theConfirmationNamesCompanyCountAndConsequence() {
        StoredRows.execute(
                "INSERT INTO provisioning.ledger (company_id, object_id, state, epoch, counter,"
                        + " observed_at)"
                        + " SELECT ?, gen_random_uuid(), 'out_of_scope', 1, 1, now() FROM"
                        + " generate_series(1, 1243)",
                company.id());

        Document page = browser.page(confirm("into=mapper"));

        assertThat(page.select("h1").text())
                .isEqualTo("Replay about 1,243 people of Marlowe Hythe?");
        assertThat(page.select("main").text())
                .contains(
                        "Unchanged people are not touched, and nobody is invited or deactivated by"
                                + " it.")
                .contains("Mappings were put right")
                .doesNotContain("full sync of this company is running", "stands still");
        assertThat(page.select("button[name=trial]").text()).startsWith("Try it first");
        assertThat(heading("into=writer"))
                .isEqualTo("Replay at most about 1,243 people of Marlowe Hythe?");
        assertThat(heading("person=" + UUID.randomUUID()))
                .isEqualTo("Replay one person of Marlowe Hythe?");
        assertThat(browser.page("/ops/replay/confirm?whose=all&reason=x").select("h1").text())
                .matches("Replay everybody of all [0-9,]+ companies\\?");
    }

    @Test
    void besideAFullSyncItIsAllowedAndSaysSo() {
        String run = company.connect().extract().path("run.id");
        StoredRows.execute("DELETE FROM provisioning.outbox WHERE company_id = ?", company.id());
        StoredRows.execute(
                "INSERT INTO provisioning.pauses (company_id, what, reason, paused_by, paused_at)"
                        + " VALUES (?, 'writes', 'upgrade', 'Ops', now())",
                company.id());

        Document page = browser.page(confirm(""));

        assertThat(page.select("main").text())
                .contains("A full sync of this company is running. Both may run")
                .contains("Writing to Learn Amp stands still")
                .contains("Replay everybody of Marlowe Hythe?");
        assertThat(page.select("a[href$=/runs/" + run + "]")).hasSize(1);
        assertThat(page.select("form[action^=/ops/replay/confirm] button")).hasSize(2);
    }

    @Test
    void aTrialIsAskedForAndThenTheReplayOfTheSame() {
        String address = confirm("from=time&fromTime=2026-11-24T11:50");
        String trial = Browser.pathOf(browser.post(address, address, Map.of("trial", "true")));
        String id = trial.substring(trial.lastIndexOf('/') + 1);
        assertThat(browser.page(trial).select("h1").text()).isEqualTo("Trial of Marlowe Hythe");
        finish(id, 7);
        StoredRows.execute(
                "INSERT INTO provisioning.replay_figures VALUES (?, ?, 'unchanged', 5), (?, ?,"
                        + " 'updated', 2)",
                UUID.fromString(id),
                company.id(),
                UUID.fromString(id),
                company.id());
        StoredRows.execute(
                "INSERT INTO provisioning.replay_people (replay_id, company_id, object_id, outcome,"
                        + " user_id, changes) VALUES (?, ?, gen_random_uuid(), 'updated', ?,"
                        + " '{\"jobTitle\": {\"before\": \"Buyer\", \"after\": \"Lead buyer\"}}')",
                UUID.fromString(id),
                company.id(),
                company.owner());

        Document tried = browser.page(trial);
        assertThat(tried.select("main").text())
                .contains(
                        "This was a trial",
                        "of 7 people Finished 100 %",
                        "Unchanged 5",
                        "Updated 2")
                .contains("Helen Marsh Updated Job title: Buyer → Lead buyer");
        String again = tried.select("a.btn-primary").attr("href");
        Document confirmed = browser.page(again);
        assertThat(confirmed.select("h1").text()).isEqualTo("Replay 7 people of Marlowe Hythe?");
        assertThat(confirmed.select("button[name=trial]")).isEmpty();
        String action = confirmed.select("form[action^=/ops/replay]").attr("action");
        String replay = Browser.pathOf(browser.post(again, action, Map.of()));

        assertThat(
                        StoredRows.of(
                                "SELECT concat_ws(' ', target, trial, start_time AT TIME ZONE"
                                        + " 'UTC', requested_by, reason) FROM provisioning.replays"
                                        + " WHERE id = ?",
                                UUID.fromString(replay.substring(replay.lastIndexOf('/') + 1))))
                .singleElement()
                .asString()
                .startsWith("mapper f 2026-11-24 11:50:00 ")
                .endsWith(" Mappings were put right");
    }

    @Test
    void itIsPausedContinuedAndStoppedFromItsPageAndListedWithItsState() {
        String page = asked();

        assertThat(buttons(page)).containsExactly("Pause", "Stop");
        assertThat(browser.page(page).select("[sse-connect]").attr("sse-connect"))
                .isEqualTo(page + "/events");
        assertThat(browser.page(page).select("noscript meta[http-equiv=refresh]")).hasSize(1);
        decide(page, "pause");
        assertThat(browser.page(page).select("main").text()).contains("Paused by ");
        assertThat(buttons(page)).containsExactly("Continue", "Stop");
        decide(page, "resume");
        decide(page, "stop");
        assertThat(buttons(page)).isEmpty();
        assertThat(browser.page(page).select("[sse-connect]")).isEmpty();
        assertThat(browser.page(page + "?late=true").select("[role=status]").text())
                .contains("no longer in a state");
        assertThat(
                        Browser.pathOf(
                                browser.post(
                                        "/ops/replay/confirm?" + all(), page + "/stop", Map.of())))
                .endsWith("?late=true");
        assertThat(browser.page("/ops/replay").select("tr:has(a[href=" + page + "])").text())
                .contains("Replay of Marlowe Hythe", "Mappings were put right", "Stopped");
    }

    @Test
    void whereNothingWasFoundItSaysSoAndOffersNoReplay() {
        String page = asked();
        finish(page.substring(page.lastIndexOf('/') + 1), 0);

        assertThat(browser.page(page).select("main").text()).contains("Nothing to replay");
        assertThat(browser.page(page).select("a.btn").eachText())
                .containsExactly("Ask for the same again");
    }

    @Test
    void itIsFollowedLiveToItsEnd() {
        String page = asked();
        finish(page.substring(page.lastIndexOf('/') + 1), 3);

        String events =
                given().cookie("console_session", browser.cookie("console_session"))
                        .get(page + "/events")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(events).contains("event:progress", "event:decisions", "Finished", "event:done");
    }

    @Test
    void withoutTheTokenOrAsSomebodyElseNothingIsDone() {
        String address = confirm("");
        browser.send(address, Map.of()).then().statusCode(403);
        String page = asked();
        browser.send(page + "/stop", Map.of()).then().statusCode(403);
        Browser owner = Browser.signedIn(company);
        for (String path : List.of("/ops/replay", address, page, page + "/events")) {
            owner.get(path).then().statusCode(404);
        }
        owner.post("/setup", address, Map.of()).then().statusCode(404);
        owner.post("/setup", page + "/stop", Map.of()).then().statusCode(404);
        assertThat(owner.page("/overview").select("a[href=/ops/replay]")).isEmpty();

        assertThat(
                        StoredRows.of(
                                "SELECT state FROM provisioning.replays WHERE company_id = ?",
                                company.id()))
                .containsExactly("running");
        browser.get("/ops/replay/" + UUID.randomUUID()).then().statusCode(404);
    }

    private String asked() {
        String address = confirm("");
        return Browser.pathOf(browser.post(address, address, Map.of()));
    }

    private void decide(String page, String decision) {
        browser.post(page, page + "/" + decision, Map.of()).then().statusCode(303);
    }

    private List<String> buttons(String page) {
        return browser.page(page).select("main form button").eachText();
    }

    private String heading(String more) {
        return browser.page(confirm(more)).select("h1").text();
    }

    private String problem(String query, String field) {
        Response refused = browser.get("/ops/replay/confirm?" + query);
        refused.then().statusCode(400);
        return browser.follow(refused).select("#" + field + "-problem").text();
    }

    private String confirm(String more) {
        return "/ops/replay/confirm?whose=one&company="
                + company.id()
                + "&reason="
                + URLEncoder.encode("Mappings were put right", StandardCharsets.UTF_8)
                + (more.isEmpty() ? "" : "&" + more);
    }

    private static String all() {
        return "whose=all&reason=x";
    }

    private static void finish(String id, int published) {
        StoredRows.execute(
                "UPDATE provisioning.replays SET state = 'finished', ended_at = now(), published ="
                        + " ?, messages_read = 9, partitions_done = 1 WHERE id = ?",
                published,
                UUID.fromString(id));
    }
}
