package com.learnamp.entra.console.syncs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class SyncUsersIT {

    private NewCompany company;

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
    }

    @Test
    void aSecondPressJoinsTheRun() {
        String run = company.connect().extract().path("run.id");

        company.caller()
                .post("/api/sync-runs")
                .then()
                .statusCode(200)
                .body("id", equalTo(run))
                .body("trigger", equalTo("initial"));
    }

    @Test
    void manyPressesAtOnceMakeOneRun() throws Exception {
        String first = company.connect().extract().path("run.id");
        end(first);
        String token = Operations.token(company.clientId(), company.clientSecret(), "sync:run");
        Set<String> runs = new ConcurrentSkipListSet<>();

        Callable<Boolean> press =
                () ->
                        runs.add(
                                given().auth()
                                        .oauth2(token)
                                        .post("/api/sync-runs")
                                        .then()
                                        .extract()
                                        .path("id"));
        try (ExecutorService pressing = Executors.newVirtualThreadPerTaskExecutor()) {
            pressing.invokeAll(IntStream.range(0, 8).mapToObj(_ -> press).toList());
        }

        assertThat(runs).hasSize(1).doesNotContain(first);
    }

    @Test
    void aRunThatWasLostIsSupersededByTheNextPress() throws Exception {
        String lost = company.connect().extract().path("run.id");
        execute(
                "UPDATE provisioning.sync_runs SET requested_at = now() - interval '7 hours' WHERE id = ?::uuid",
                lost);

        String next =
                company.caller().post("/api/sync-runs").then().statusCode(201).extract().path("id");

        assertThat(next).isNotEqualTo(lost);
        company.caller().get("/api/sync-runs/" + lost).then().body("state", equalTo("superseded"));
    }

    @Test
    void aRunWhoseReadingHasFailedIsJoinedByNobodyAlthoughItsEndIsStillOnItsWay() throws Exception {
        String failed = company.connect().extract().path("run.id");
        execute(
                """
                INSERT INTO directory.listings (run_id, company_id, tenant_id, group_id, revision, trigger, state,
                    requested_at, ended_at, failure_category)
                SELECT id, company_id, gen_random_uuid(), gen_random_uuid(), revision, trigger, 'failed',
                    requested_at, now(), 'GROUP_SHRUNK'
                FROM provisioning.sync_runs WHERE id = ?::uuid
                """,
                failed);

        String next =
                company.caller().post("/api/sync-runs").then().statusCode(201).extract().path("id");

        assertThat(next).isNotEqualTo(failed);
    }

    @Test
    void aRunShowsWhatTheFetcherAndTheWriterTellOfIt() throws Exception {
        String run = company.connect().body("run.progress", nullValue()).extract().path("run.id");
        execute(
                """
                INSERT INTO directory.listings (run_id, company_id, tenant_id, group_id, revision, trigger, state,
                    requested_at, people, people_expected, pages, requests, resource_units, by_delta)
                SELECT id, company_id, gen_random_uuid(), gen_random_uuid(), revision, trigger, 'listing',
                    requested_at, 812, 1206, 2, 9, 31, true
                FROM provisioning.sync_runs WHERE id = ?::uuid
                """,
                run);
        execute("UPDATE provisioning.sync_runs SET updated = 9 WHERE id = ?::uuid", run);

        company.caller()
                .get("/api/sync-runs/" + run)
                .then()
                .statusCode(200)
                .body("state", equalTo("running"))
                .body("progress.stage", equalTo("listing"))
                .body("progress.peopleRead", equalTo(812))
                .body("progress.peopleExpected", equalTo(1206))
                .body("progress.requests", equalTo(9))
                .body("progress.resourceUnits", equalTo(31))
                .body("progress.byDelta", equalTo(true))
                .body("figures.updated", equalTo(9));
    }

    @Test
    void aRunShowsWhatHasBecomeOfItsPhotosAndHowManyWait() throws Exception {
        String run =
                company.connect().body("run.photos.lookedAt", equalTo(0)).extract().path("run.id");
        execute(
                """
                INSERT INTO provisioning.photo_figures (company_id, run_id, looked_at, unchanged, fetched, removed, refused)
                SELECT company_id, id, 14, 2, 3, 4, 5 FROM provisioning.sync_runs WHERE id = ?::uuid
                """,
                run);
        execute(
                """
                INSERT INTO provisioning.photo_lookups (company_id, object_id, tenant_id, action, epoch, counter, bulk,
                    cause, run_id)
                SELECT company_id, gen_random_uuid(), gen_random_uuid(), 'sync', 1, 1, true, 'full_sync', id
                FROM provisioning.sync_runs WHERE id = ?::uuid
                """,
                run);

        company.caller()
                .get("/api/sync-runs/" + run)
                .then()
                .body("photos.lookedAt", equalTo(14))
                .body("photos.unchanged", equalTo(2))
                .body("photos.fetched", equalTo(3))
                .body("photos.removed", equalTo(4))
                .body("photos.refused", equalTo(5))
                .body("photos.waiting", equalTo(1));
    }

    @Test
    void anotherCompanysRunIsNotThere() {
        String run = company.connect().extract().path("run.id");
        NewCompany other = Operations.createCompany();

        other.caller().get("/api/sync-runs/" + run).then().statusCode(404);
        other.caller().get("/api/sync-runs").then().body("syncRuns", hasSize(0));
        other.caller().get(company.at("/sync-runs/" + run)).then().statusCode(403);
        Operations.caller().get(company.at("/sync-runs/" + run)).then().statusCode(200);
        Operations.caller().get("/api/companies/999999999/sync-runs").then().statusCode(404);
    }

    private static void end(String run) throws Exception {
        execute(
                "UPDATE provisioning.sync_runs SET state = 'finished', ended_at = now() WHERE id = ?::uuid",
                run);
    }

    private static void execute(String sql, String run) throws Exception {
        try (var connection = BackingServices.connectToStore();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, run);
            statement.executeUpdate();
        }
    }
}
