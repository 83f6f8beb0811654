package com.learnamp.entra.console.syncs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The field changes of a run, taken back. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class UndoRunIT {

    private NewCompany company;
    private final UUID run = UUID.randomUUID();
    private long ada;
    private long grace;

    @BeforeEach
    void runChangesPeople() {
        company = Operations.createCompany();
        StoredRows.execute(
                "INSERT INTO provisioning.sync_runs (id, company_id, revision, trigger,"
                        + " requested_at, state, ended_at, updated) VALUES (?, ?, 1, 'schedule',"
                        + " now(), 'finished', now(), 2)",
                run,
                company.id());
        ada = StoredRows.person(company, "ada@marlowe.example");
        grace = StoredRows.person(company, "grace@marlowe.example");
        change(ada, 1, "jobTitle", "job_title", "Engineer", "Chef");
        change(ada, 2, "location", "location", null, "Cork");
        change(grace, 1, "jobTitle", "job_title", "Baker", "Chef");
    }

    @Test
    void whatARunHasDoneIsPutBackExceptWhereSomebodyHasChangedItSince() {
        StoredRows.execute("UPDATE learnamp.users SET job_title = 'Mine' WHERE id = ?", grace);

        undo().body("people", is(1)).body("left", is(1));
        undo().body("people", is(0));

        assertThat(titles()).containsExactly("Engineer", "Mine");
        assertThat(
                        StoredRows.of(
                                "SELECT field || ' ' || value FROM provisioning.undone WHERE"
                                        + " company_id = ? ORDER BY field",
                                company.id()))
                .containsExactly("jobTitle Chef", "location Cork");
        assertThat(
                        StoredRows.of(
                                "SELECT cause FROM provisioning.history WHERE user_id = ? ORDER BY"
                                        + " change_number DESC LIMIT 1",
                                ada))
                .containsExactly("admin");
    }

    @Test
    void addressesAndManagersArePutBackWhereTheyCan() {
        long boss = StoredRows.person(company, "boss@marlowe.example");
        long gone = StoredRows.person(company, "gone@marlowe.example");
        StoredRows.execute(
                "UPDATE learnamp.users SET status = 'deactivated', deactivated_at = now() WHERE id"
                        + " = ?",
                gone);
        change(ada, 3, "email", "email", "ada.before@marlowe.example", "ada.after@marlowe.example");
        change(ada, 4, "manager", "manager_id", Long.toString(boss), Long.toString(grace));
        change(grace, 2, "email", "email", "boss@marlowe.example", "grace.after@marlowe.example");
        change(grace, 3, "manager", "manager_id", Long.toString(gone), null);

        undo().body("people", is(2))
                .body("left", is(1))
                .body("leftAsTheyAre[0].personId", is((int) grace))
                .body("leftAsTheyAre[0].fields.email", is("address_taken"))
                .body("leftAsTheyAre[0].fields.manager", is("manager_gone"));

        assertThat(
                        StoredRows.of(
                                "SELECT email || ' ' || coalesce(manager_id::text, 'nobody') FROM"
                                        + " learnamp.users WHERE id IN (?, ?) ORDER BY id",
                                ada,
                                grace))
                .containsExactly(
                        "ada.before@marlowe.example " + boss, "grace.after@marlowe.example nobody");
    }

    @Test
    void swappedAndPassedOnAddressesArePutBackTogether() {
        long last = StoredRows.person(company, "last@marlowe.example");
        long away = StoredRows.person(company, "away@marlowe.example");
        long stays = StoredRows.person(company, "stays@marlowe.example");
        moves(ada, 3, "ada@marlowe.example", "grace@marlowe.example");
        moves(grace, 2, "grace@marlowe.example", "ada@marlowe.example");
        // A chain with a free end, and one that ends at somebody who stays.
        moves(last, 1, "last@marlowe.example", "free@marlowe.example");
        moves(away, 1, "away@marlowe.example", "last@marlowe.example");
        change(stays, 1, "email", "email", "owner@marlowe.example", "stays@marlowe.example");
        StoredRows.person(company, "owner@marlowe.example");

        company.caller()
                .get("/api/sync-runs/" + run + "/undo")
                .then()
                .body("people", is(4))
                .body("left", is(1));
        undo().body("people", is(4))
                .body("left", is(1))
                .body("leftAsTheyAre[0].fields.email", is("address_taken"));

        assertThat(emails(ada, grace, last, away))
                .containsExactly(
                        "ada@marlowe.example",
                        "grace@marlowe.example",
                        "last@marlowe.example",
                        "away@marlowe.example");
        undo().body("people", is(0));
    }

    @Test
    void customFieldsArePutBackExceptWhereSomebodyHasChangedThemSince() {
        String centre = custom("Cost centre", false);
        String badge = custom("Badge", false);
        String shift = custom("Shift", true);
        changeCustom(ada, 3, "Cost centre", centre, "CC-1", "CC-2");
        changeCustom(ada, 4, "Badge", badge, "B-1", null);
        changeCustom(ada, 5, "Shift", shift, null, "Day");
        changeCustom(grace, 2, "Cost centre", centre, null, "CC-2");
        changeCustom(grace, 3, "Badge", badge, "B-1", "B-2");
        StoredRows.execute(
                "UPDATE learnamp.users SET custom_fields = custom_fields ||"
                        + " jsonb_build_object(?::text, 'By hand') WHERE id = ?",
                badge,
                grace);
        StoredRows.execute(
                "INSERT INTO provisioning.ledger (company_id, object_id, epoch, counter, state,"
                        + " user_id, observed_at) VALUES (?, ?, 1, 0, 'in_scope', ?, now())",
                company.id(),
                UUID.randomUUID(),
                ada);

        undo().body("people", is(2))
                .body("left", is(2))
                .body("leftAsTheyAre[0].fields.'customFields.Shift'", is("required"))
                .body("leftAsTheyAre[1].fields.'customFields.Badge'", is("changed_since"));

        assertThat(customFields(ada)).containsExactly("Badge B-1", "Cost centre CC-1", "Shift Day");
        assertThat(customFields(grace)).containsExactly("Badge By hand");
        assertThat(
                        StoredRows.of(
                                "SELECT field || ' ' || coalesce(value, '') FROM"
                                        + " provisioning.undone WHERE user_id = ? AND field LIKE"
                                        + " 'custom%' ORDER BY field",
                                ada))
                .containsExactly("customFields.Badge ", "customFields.Cost centre CC-2");
        assertThat(
                        StoredRows.of(
                                "SELECT written ->> ? FROM provisioning.ledger WHERE user_id = ?",
                                "custom_fields." + badge,
                                ada))
                .as("what the run cleared is the integration's own again")
                .containsExactly("B-1");
    }

    @Test
    void anAdminSeesHowManyAndWhatStaysBeforeItIsUndone() {
        StoredRows.execute("UPDATE learnamp.users SET job_title = 'Mine' WHERE id = ?", grace);
        Browser browser = Browser.signedIn(company);
        String undo = "/runs/" + run + "/undo";
        assertThat(browser.page("/runs/" + run).select("a[href=" + undo + "]")).hasSize(1);

        Document confirm = browser.page(undo);

        assertThat(confirm.select("h1").text()).isEqualTo("Undo the changes of 1 person?");
        assertThat(confirm.text())
                .contains("1 person keeps something of it")
                .contains("Job title: changed since");
        assertThat(titles()).containsExactly("Chef", "Mine");

        Document done = browser.follow(browser.post(undo, undo, Map.of()));

        assertThat(done.text())
                .contains("1 person is as before the run")
                .contains("There is nothing to undo")
                .contains("Job title: changed since");
        assertThat(titles()).containsExactly("Engineer", "Mine");
    }

    @Test
    void theSyncMayDoItAgainOnceSomebodySaysSo() {
        company.connect();
        UUID adas = asked(ada);
        UUID graces = asked(grace);
        Browser browser = Browser.signedIn(company);
        assertThat(browser.page("/attention").text())
                .contains("Entra still says what was undone")
                .contains("Job title, Location");

        answer(adas, "do_again").statusCode(202);
        browser.post("/attention", "/attention/" + graces + "/undone", Map.of("choice", "leave"));

        assertThat(
                        StoredRows.of(
                                "SELECT user_id || ' ' || kept FROM provisioning.undone WHERE"
                                        + " company_id = ?",
                                company.id()))
                .containsExactly(grace + " true");
        answer(UUID.randomUUID(), "leave").statusCode(409);
        answer(adas, "perhaps").statusCode(400);
    }

    @Test
    void aRunThatIsUnderWayIsNotUndone() {
        StoredRows.execute(
                "UPDATE provisioning.sync_runs SET state = 'running', ended_at = NULL WHERE id = ?",
                run);

        company.caller().post("/api/sync-runs/" + run + "/undo").then().statusCode(409);
    }

    /** As the writer asks, once a sync has found in Entra what was undone. */
    private UUID asked(long person) {
        UUID object = UUID.randomUUID();
        undo();
        StoredRows.execute(
                "INSERT INTO provisioning.ledger (company_id, object_id, epoch, counter, state,"
                        + " user_id, observed_at) VALUES (?, ?, 1, 0, 'in_scope', ?, now())",
                company.id(),
                object,
                person);
        StoredRows.execute(
                "INSERT INTO provisioning.attention (company_id, object_id, reason, detail, epoch,"
                        + " counter, since) VALUES (?, ?, 'undone', 'jobTitle, location', 1, 0,"
                        + " now())",
                company.id(),
                object);
        return object;
    }

    private ValidatableResponse answer(UUID object, String choice) {
        return company.caller()
                .contentType("application/json")
                .body(Map.of("choice", choice))
                .post("/api/attention/" + object + "/undone")
                .then();
    }

    @Test
    void anotherCompanysRunIsNotThere() {
        Operations.createCompany()
                .caller()
                .post("/api/sync-runs/" + run + "/undo")
                .then()
                .statusCode(404);
        assertThat(titles()).containsExactly("Chef", "Chef");
    }

    private ValidatableResponse undo() {
        return company.caller().post("/api/sync-runs/" + run + "/undo").then().statusCode(200);
    }

    private List<@Nullable String> titles() {
        return StoredRows.of(
                "SELECT job_title FROM learnamp.users WHERE company_id = ? AND id <> ? ORDER BY id",
                company.id(),
                company.owner());
    }

    private void moves(long person, long number, String before, String after) {
        StoredRows.execute(
                "UPDATE learnamp.users SET email = 'moving-' || id WHERE company_id = ? AND email"
                        + " = ?",
                company.id(),
                after);
        change(person, number, "email", "email", before, after);
    }

    private List<@Nullable String> emails(Long... people) {
        return StoredRows.of(
                "SELECT u.email FROM unnest(?) WITH ORDINALITY AS p(id, place) JOIN learnamp.users"
                        + " u ON u.id = p.id ORDER BY p.place",
                (Object) people);
    }

    private String custom(String name, boolean required) {
        return Long.toString(
                StoredRows.id(
                        "INSERT INTO learnamp.custom_fields (company_id, name, type, required)"
                                + " VALUES (?, ?, 'text', ?) RETURNING id",
                        company.id(),
                        name,
                        required));
    }

    private List<@Nullable String> customFields(long person) {
        return StoredRows.of(
                "SELECT f.name || ' ' || v.value FROM learnamp.users u CROSS JOIN"
                        + " jsonb_each_text(u.custom_fields) v JOIN learnamp.custom_fields f ON"
                        + " f.id::text = v.key WHERE u.id = ? ORDER BY f.name",
                person);
    }

    private void changeCustom(
            long person,
            long number,
            String name,
            String id,
            @Nullable String before,
            @Nullable String after) {
        StoredRows.execute(
                "UPDATE learnamp.users SET change_counter = ?, custom_fields ="
                        + " jsonb_strip_nulls(custom_fields || jsonb_build_object(?::text,"
                        + " ?::text)) WHERE id = ?",
                number,
                id,
                after,
                person);
        remember(person, number, "customFields." + name, before, after);
    }

    private void change(
            long person,
            long number,
            String field,
            String column,
            @Nullable String before,
            @Nullable String after) {
        StoredRows.execute(
                "UPDATE learnamp.users SET change_counter = ?, "
                        + column
                        + " = ?"
                        + (column.endsWith("_id") ? "::bigint" : "")
                        + " WHERE id = ?",
                number,
                after,
                person);
        remember(person, number, field, before, after);
    }

    private void remember(
            long person,
            long number,
            String field,
            @Nullable String before,
            @Nullable String after) {
        StoredRows.execute(
                "INSERT INTO provisioning.history (company_id, user_id, change_number, kind, cause,"
                        + " run_id, changes) VALUES (?, ?, ?, 'updated', 'full_sync', ?,"
                        + " jsonb_build_object(?::text, jsonb_build_object('before', ?::text,"
                        + " 'after', ?::text)))",
                company.id(),
                person,
                number,
                run,
                field,
                before,
                after);
    }
}
