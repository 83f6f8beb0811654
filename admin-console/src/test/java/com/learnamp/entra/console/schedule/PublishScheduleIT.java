package com.learnamp.entra.console.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class PublishScheduleIT {

    @Inject PublishSchedule schedule;

    private NewCompany company;

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
    }

    @Test
    void manyTicksAtOnceAskForADueCompanyOnce() throws Exception {
        company.connect();
        execute(
                "UPDATE provisioning.sync_runs SET state = 'finished', ended_at = now() WHERE company_id = ?");
        execute("UPDATE provisioning.integrations SET next_full_at = now() WHERE company_id = ?");

        Callable<Boolean> tick =
                () -> {
                    schedule.tick();
                    return true;
                };
        try (ExecutorService ticking = Executors.newVirtualThreadPerTaskExecutor()) {
            ticking.invokeAll(IntStream.range(0, 4).mapToObj(_ -> tick).toList());
        }

        List<String> triggers =
                company.caller().get("/api/sync-runs").then().extract().path("syncRuns.trigger");
        assertThat(triggers).containsExactly("schedule", "initial");
        String next =
                company.caller().get("/api/integration").then().extract().path("nextFullSyncAt");
        assertThat(Instant.parse(next))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)),
                        Instant.now().plus(Duration.ofHours(25)));
    }

    @Test
    void whileARunIsRunningNoneIsAskedFor() throws Exception {
        String run = company.connect().extract().path("run.id");
        execute("UPDATE provisioning.integrations SET next_full_at = now() WHERE company_id = ?");

        schedule.tick();

        company.caller()
                .get("/api/sync-runs")
                .then()
                .body("syncRuns.size()", equalTo(1))
                .body("syncRuns[0].id", equalTo(run));
    }

    @Test
    void aDisconnectedCompanyIsNeverDue() throws Exception {
        company.connect();
        company.caller().post("/api/integration/disconnect").then().statusCode(200);
        execute("UPDATE provisioning.integrations SET next_full_at = now() WHERE company_id = ?");

        schedule.tick();

        company.caller().get("/api/sync-runs").then().body("syncRuns.size()", equalTo(1));
    }

    private void execute(String sql) throws Exception {
        try (var connection = BackingServices.connectToStore();
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, company.id());
            statement.executeUpdate();
        }
    }
}
