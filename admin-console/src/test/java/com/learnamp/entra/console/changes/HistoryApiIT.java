package com.learnamp.entra.console.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class HistoryApiIT {

    private NewCompany company;
    private final UUID run = UUID.randomUUID();
    private long ada;
    private long grace;

    @BeforeEach
    void changePeople() {
        company = Operations.createCompany();
        ada = StoredRows.person(company, "ada@marlowe.example");
        grace = StoredRows.person(company, "grace@marlowe.example");
        change(ada, 1, "notification", null, "jobTitle", "Engineer", "Chef");
        change(grace, 1, "full_sync", run, "location", "Cork", null);
        change(ada, 2, "full_sync", run, "manager", null, Long.toString(grace));
    }

    @Test
    void changesAreFoundByPersonByRunAndByCauseTheNewestFirst() {
        get("history?person=" + ada)
                .body("changes.number", contains(2, 1))
                .body("changes[1].changes.jobTitle.before", equalTo("Engineer"))
                .body("changes[1].noticedAt", notNullValue())
                .body("changes[1].observedAt", notNullValue())
                .body("changes[1].mappedAt", notNullValue())
                .body("changes[1].writtenAt", notNullValue())
                .body("changes[0].changes.manager.after", equalTo("Ada Lovelace"));
        get("history?run=" + run)
                .body("changes.personId", contains((int) ada, (int) grace))
                .body("changes.runId", contains(run.toString(), run.toString()));
        get("history?cause=notification").body("changes", hasSize(1));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        String next =
                get("history?limit=2")
                        .body("changes.number", contains(2, 1))
                        .extract()
                        .path("next");

        get("history?limit=2&after=" + next)
                .body("changes.number", contains(1))
                .body("changes[0].personId", equalTo((int) ada))
                .body("next", nullValue());
    }

    @Test
    void theActivityPageShowsThemByCauseAndByPerson() {
        Browser browser = Browser.signedIn(company);

        assertThat(browser.page("/activity").select("tbody tr")).hasSize(3);
        assertThat(browser.page("/activity?cause=notification").select("tbody").text())
                .contains("Engineer → Chef")
                .contains("Microsoft sent a notice");
        assertThat(browser.page("/activity?cause=full_sync&person=" + grace).select("tbody tr"))
                .hasSize(1);
        assertThat(browser.page("/activity?cause=replay").text()).contains("No such change");
        browser.get("/activity?after=yesterday").then().statusCode(404);
    }

    @Test
    void whatWasOverriddenIsListed() {
        StoredRows.execute(
                "INSERT INTO provisioning.drift (company_id, user_id, change_number, field, written,"
                        + " found) VALUES (?, ?, 1, 'jobTitle', 'Chef', 'Engineer')",
                company.id(),
                ada);

        get("drift?person=" + ada)
                .body("drift", hasSize(1))
                .body("drift[0].field", equalTo("jobTitle"))
                .body("drift[0].written", equalTo("Chef"))
                .body("drift[0].found", equalTo("Engineer"))
                .body("drift[0].replacedBy", equalTo("Chef"))
                .body("next", nullValue());
        get("drift?person=" + grace).body("drift", hasSize(0));
    }

    @Test
    void anotherCompanysHistoryIsNotThere() {
        Operations.createCompany()
                .caller()
                .get("/api/history?person=" + ada)
                .then()
                .statusCode(200)
                .body("changes", hasSize(0));
    }

    @Test
    void whatCantBeAskedForIsNamed() {
        company.caller()
                .get("/api/history?run=yesterday&after=then")
                .then()
                .statusCode(400)
                .body("fullErrors", hasKey("run"))
                .body("fullErrors", hasKey("after"));
    }

    private ValidatableResponse get(String path) {
        return company.caller().get("/api/" + path).then().statusCode(200);
    }

    private void change(
            long person,
            long number,
            String cause,
            @Nullable UUID ofRun,
            String field,
            @Nullable String before,
            @Nullable String after) {
        StoredRows.execute(
                "INSERT INTO provisioning.history (company_id, user_id, change_number, kind, cause,"
                        + " run_id, changes, noticed_at, observed_at, mapped_at) VALUES (?, ?, ?,"
                        + " 'updated', ?, ?, jsonb_build_object(?::text,"
                        + " jsonb_build_object('before', ?::text, 'after', ?::text)), now(),"
                        + " now(), now())",
                company.id(),
                person,
                number,
                cause,
                ofRun,
                field,
                before,
                after);
    }
}
