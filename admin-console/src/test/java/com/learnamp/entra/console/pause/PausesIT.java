package com.learnamp.entra.console.pause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Admins let their company stand still, operations each one, a lane or everything. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class PausesIT {

    private NewCompany company;

    @BeforeEach
    void connectCompany() {
        company = Operations.createCompany();
        company.connect();
    }

    @Test
    void aCompanyStandsStillAndGoesOn() {
        post(company.caller(), "/api/pauses", Map.of("reason", "A reorganisation"))
                .statusCode(200)
                .body("pauses.findAll { it.company != null }", hasSize(2))
                .body("pauses[0].reason", equalTo("A reorganisation"))
                .body("pauses[0].pausedBy", equalTo(company.clientId()));
        assertThat(isPaused(company, "reads", "live")).isTrue();
        assertThat(isPaused(company, "writes", "bulk")).isTrue();
        assertThat(isPaused(Operations.createCompany(), "writes", "bulk")).isFalse();
        post(company.caller(), "/api/pauses", Map.of("reason", "Once more"))
                .body("pauses.findAll { it.company != null }", hasSize(2));

        post(company.caller(), "/api/pauses/resume", Map.of("what", "writes")).statusCode(200);
        assertThat(isPaused(company, "writes", "bulk")).isFalse();
        assertThat(isPaused(company, "reads", "live")).isTrue();
        post(company.caller(), "/api/pauses/resume", Map.of()).statusCode(200);
        post(company.caller(), "/api/pauses/resume", Map.of()).statusCode(409);

        company.caller()
                .get("/api/pauses")
                .then()
                .body("pauses.findAll { it.company != null }", hasSize(2))
                .body("pauses[0].resumedBy", equalTo(company.clientId()));
    }

    @Test
    void onceReadsGoOnARunAsksWhatHasChanged() {
        StoredRows.execute(
                "UPDATE provisioning.sync_runs SET state = 'finished', ended_at = now() WHERE"
                        + " company_id = ?",
                company.id());
        post(company.caller(), "/api/pauses", Map.of("what", "reads", "reason", "A move"));

        post(company.caller(), "/api/pauses/resume", Map.of("what", "reads"));

        company.caller()
                .get("/api/sync-runs")
                .then()
                .body("syncRuns[0].trigger", equalTo("manual"))
                .body("syncRuns[0].state", equalTo("running"));
    }

    @Test
    void onlyOperationsPauseALaneOfEverybodyAndTheCompaniesSeeIt() {
        post(
                        Operations.caller(),
                        "/api/pauses",
                        Map.of("what", "writes", "lane", "bulk", "reason", "A long migration"))
                .statusCode(200);
        try {
            assertThat(isPaused(company, "writes", "bulk")).isTrue();
            assertThat(isPaused(company, "writes", "live")).isFalse();
            company.caller().get("/api/pauses").then().body("pauses[0].company", nullValue());
            post(company.caller(), "/api/pauses/resume", Map.of()).statusCode(409);
        } finally {
            post(Operations.caller(), "/api/pauses/resume", Map.of()).statusCode(200);
        }
        assertThat(isPaused(company, "writes", "bulk")).isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        post(company.caller(), "/api/pauses", Map.of("what", "mails", "lane", "fast"))
                .statusCode(400)
                .body("fullErrors.what", hasSize(1))
                .body("fullErrors.lane", hasSize(1))
                .body("fullErrors.reason", hasSize(1));
    }

    private static ValidatableResponse post(
            RequestSpecification caller, String path, Map<String, ?> body) {
        return caller.contentType("application/json").body(body).post(path).then();
    }

    private static boolean isPaused(NewCompany of, String what, String lane) {
        @Nullable String paused =
                StoredRows.of("SELECT learnamp.is_paused(?, ?, ?)", of.id(), what, lane).getFirst();
        return "t".equals(paused);
    }
}
