package com.learnamp.entra.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What graph-fetcher tells of a connection that works. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class ShowConnectionIT {

    private static final String CONNECTION =
            """
            INSERT INTO directory.connections (company_id, tenant_id, group_id, state, notice, unannounced)
            SELECT company_id, ?::uuid, group_id, 'ok', 'Groups are followed by frequent checks.', 4
            FROM provisioning.integrations WHERE company_id = ?
            """;

    private static final String USAGE =
            """
            INSERT INTO directory.graph_usage (tenant_id, day, lane, requests, resource_units, throttled)
            SELECT ?::uuid, day, lane, 20, 50, 1
            FROM unnest(ARRAY['live', 'bulk']) AS lane,
                 generate_series(date '2026-11-01', date '2026-11-09', interval '1 day') AS day
            """;

    @Test
    void theApiAndTheOverviewTellNoticesUnannouncedChangesAndWhatItCosts() throws Exception {
        NewCompany company = Operations.createCompany();
        company.connect();
        String tenant = company.caller().get("/api/integration").then().extract().path("tenantId");
        execute(CONNECTION, tenant, company.id());
        execute(USAGE, tenant);

        company.caller()
                .get("/api/integration")
                .then()
                .body("connection.notice", equalTo("Groups are followed by frequent checks."))
                .body("connection.unannounced", equalTo(4))
                .body("graphUsage", hasSize(7))
                .body("graphUsage[0].day", equalTo("2026-11-09"))
                .body("graphUsage[0].requests", equalTo(40))
                .body("graphUsage[0].resourceUnits", equalTo(100))
                .body("graphUsage[0].throttled", equalTo(2));
        assertThat(Browser.signedIn(company).page("/overview").text())
                .contains("Groups are followed by frequent checks.")
                .contains("4 changes")
                .contains("40 requests, 100 resource units");
    }

    private static void execute(String statement, Object... parameters) throws SQLException {
        try (var connection = BackingServices.connectToStore();
                var prepared = connection.prepareStatement(statement)) {
            for (int index = 0; index < parameters.length; index++) {
                prepared.setObject(index + 1, parameters[index]);
            }
            prepared.executeUpdate();
        }
    }
}
