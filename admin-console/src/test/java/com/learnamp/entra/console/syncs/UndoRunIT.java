package com.learnamp.entra.console.syncs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
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
                        + " requested_at) VALUES (?, ?, 1, 'schedule', now())",
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
    void theSyncMayDoItAgainOnceSomebodySaysSo() {
        company.connect();
        StoredRows.execute(
                "INSERT INTO provisioning.ledger (company_id, object_id, epoch, counter, state,"
                        + " user_id, observed_at) VALUES (?, ?, 1, 0, 'in_scope', ?, now())",
                company.id(),
                UUID.randomUUID(),
                ada);
        undo();

        company.caller().post("/api/people/" + ada + "/sync/again").then().statusCode(202);
        company.caller().post("/api/people/" + ada + "/sync/again").then().statusCode(409);
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

    private void change(
            long person,
            long number,
            String field,
            String column,
            @Nullable String before,
            String after) {
        StoredRows.execute(
                "UPDATE learnamp.users SET change_counter = ?, " + column + " = ? WHERE id = ?",
                number,
                after,
                person);
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
