package com.learnamp.entra.console.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A preview as programs and admins have it. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class PreviewIT {

    private NewCompany company;
    private String run;

    @BeforeEach
    void previewFirstRun() {
        company = Operations.createCompany();
        run = company.connect().extract().path("run.id");
        execute(
                "UPDATE provisioning.sync_runs SET state = 'previewed', ended_at = now(), people = 61,"
                        + " created = 60, updated = 1 WHERE id = ?",
                UUID.fromString(run));
        execute(
                "INSERT INTO provisioning.previews (company_id, run_id, revision, made_at, expires_at)"
                        + " VALUES (?, ?, 2, now(), now() + interval '1 day')",
                company.id(),
                UUID.fromString(run));
        execute(
                """
                INSERT INTO provisioning.preview_people (company_id, object_id, epoch, counter, outcome, reason, name, email)
                SELECT ?, gen_random_uuid(), 1, n, 'created', 'invited', 'Ruth Ainsley', n || '@marlowe.example'
                FROM generate_series(1, 60) n
                """,
                company.id());
        execute(
                """
                INSERT INTO provisioning.preview_people (company_id, object_id, epoch, counter, outcome, user_id, changes)
                VALUES (?, gen_random_uuid(), 1, 61, 'updated', ?,
                        '{"jobTitle": {"before": "Cook", "after": "Chef"}}')
                """,
                company.id(),
                company.owner());
    }

    @Test
    void aProgramReadsThePreviewAndConfirmsIt() {
        company.caller()
                .get("/api/sync-runs/" + run)
                .then()
                .body("state", equalTo("previewed"))
                .body("figures.created", equalTo(60));
        company.caller()
                .get("/api/preview")
                .then()
                .statusCode(200)
                .body("run", equalTo(run))
                .body("current", equalTo(true))
                .body("figures.updated", equalTo(1));
        company.caller()
                .get("/api/preview/people?outcome=updated")
                .then()
                .statusCode(200)
                .body("people", hasSize(1))
                .body("people[0].name", equalTo("Helen Marsh"))
                .body("people[0].changes.jobTitle.before", equalTo("Cook"))
                .body("people[0].changes.jobTitle.after", equalTo("Chef"));
        JsonPath page = company.caller().get("/api/preview/people?limit=50").jsonPath();
        company.caller()
                .get("/api/preview/people?limit=50&after=" + page.getString("after"))
                .then()
                .body("people", hasSize(11));

        confirm(company, run).statusCode(201).body("trigger", equalTo("initial"));

        confirm(company, run)
                .statusCode(409)
                .body("error", containsString("no preview to confirm"));
        company.caller().get("/api/preview").then().statusCode(404);
        company.caller().get("/api/integration").then().body("run.state", equalTo("running"));
        assertThat(confirmedAndOpening()).isEqualTo("2 true");
    }

    @Test
    void whatIsNotThePreviewOfThePresentSettingsIsNotConfirmed() {
        confirm(company, UUID.randomUUID().toString())
                .statusCode(409)
                .body("error", containsString("another preview by now"));
        confirm(company, "mine")
                .statusCode(400)
                .body("fullErrors.run[0]", containsString("is not a GUID"));
        company.caller()
                .get("/api/preview/people?outcome=strange&after=1")
                .then()
                .statusCode(400)
                .body("fullErrors.outcome[0]", containsString("valid value"));
        company.caller()
                .contentType("application/json")
                .body(Map.of("assignManagers", false))
                .put("/api/integration")
                .then()
                .statusCode(200);

        confirm(company, run).statusCode(409);

        assertThat(confirmedAndOpening()).isEqualTo("-1 false");
    }

    @Test
    void anExpiredPreviewIsNotConfirmed() {
        execute(
                "UPDATE provisioning.previews SET expires_at = now() WHERE company_id = ?",
                company.id());

        confirm(company, run).statusCode(409).body("error", containsString("has expired"));
    }

    @Test
    void anotherCompanysPreviewIsNotThere() {
        NewCompany other = Operations.createCompany();

        other.caller().get("/api/preview").then().statusCode(404);
        confirm(other, run).statusCode(409);
        given().get("/api/preview").then().statusCode(401);
        Operations.caller().get(company.at("/preview")).then().statusCode(200);
    }

    @Test
    void anAdminLooksAtItAndConfirmsIt() {
        Browser browser = Browser.signedIn(company);

        Document runPage = browser.page("/runs/" + run);

        assertThat(runPage.text())
                .contains("Preview ready")
                .contains("This is a preview: nobody has been changed");
        Document page = browser.page(runPage.select("main a[href$=/preview]").attr("href"));
        assertThat(page.select("tbody tr")).hasSize(50);
        assertThat(page.select("nav.seg").text()).contains("Created 60").contains("Updated 1");
        Document updated = browser.page("/preview?outcome=updated");
        assertThat(updated.select("tbody").text())
                .contains("Helen Marsh")
                .contains("Job title: Cook → Chef");

        Document begun =
                browser.follow(browser.post("/preview", "/preview/confirm", Map.of("run", run)));

        assertThat(begun.select("h1").text()).contains("First sync").contains("Running");
        assertThat(browser.page("/preview").text()).contains("There is no preview");
        assertThat(confirmedAndOpening()).isEqualTo("2 true");
    }

    private static ValidatableResponse confirm(NewCompany company, String run) {
        return company.caller()
                .contentType("application/json")
                .body(Map.of("run", run))
                .post("/api/preview/confirm")
                .then();
    }

    private String confirmedAndOpening() {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement select =
                        store.prepareStatement(
                                "SELECT confirmed_revision || ' ' || opening FROM"
                                        + " provisioning.integrations WHERE company_id = ?")) {
            select.setLong(1, company.id());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql, @Nullable Object... parameters) {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement statement = store.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
