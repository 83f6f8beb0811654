package com.learnamp.entra.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever reads the store's rows does not learn whose directory is whose. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class SealTenantsIT {

    @Inject SealTenants sealTenants;

    private NewCompany company;

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
    }

    @Test
    void noColumnOfTheStoreHasTheTenantInTheClear() {
        company.connect();
        company.caller().post("/api/integration/check").then().statusCode(202);
        String tenant = company.caller().get("/api/integration").then().extract().path("tenantId");
        assertThat(UUID.fromString(tenant)).isNotNull();

        await().untilAsserted(() -> assertThat(tablesWith(tenant)).isEmpty());
    }

    @Test
    void whatAnOlderVersionLeftInTheClearIsSealedAndNothingElseChanges() {
        company.connect();
        UUID tenant = UUID.randomUUID();
        StoredRows.execute(
                "UPDATE provisioning.integrations SET tenant_id = ?, tenant_sealed = NULL,"
                        + " tenant_hash = NULL WHERE company_id = ?",
                tenant,
                company.id());
        StoredRows.execute(
                "INSERT INTO provisioning.tenant_bindings (company_id, tenant_id, grounds,"
                        + " bound_by, bound_at) VALUES (?, ?, 'operations', 'Helen', now())",
                company.id(),
                tenant);
        String before = revisions();

        sealTenants.seal(new StartupEvent());

        company.caller()
                .get("/api/integration")
                .then()
                .body("tenantId", equalTo(tenant.toString()));
        assertThat(revisions()).isEqualTo(before);
        await().untilAsserted(() -> assertThat(tablesWith(tenant.toString())).isEmpty());
    }

    private String revisions() {
        return String.valueOf(
                StoredRows.of(
                                "SELECT concat_ws(' ', revision, scope_revision, tenant_revision,"
                                        + " confirmed_revision) FROM provisioning.integrations WHERE"
                                        + " company_id = ?",
                                company.id())
                        .getFirst());
    }

    /** Bytes are shown in hex. */
    private static List<String> tablesWith(String tenant) {
        List<String> found = new ArrayList<>();
        for (String table :
                StoredRows.of(
                        "SELECT format('%I.%I', table_schema, table_name) FROM"
                                + " information_schema.tables WHERE table_schema IN ('learnamp',"
                                + " 'provisioning') AND table_type = 'BASE TABLE'")) {
            String rows =
                    "SELECT count(*) FROM "
                            + table
                            + " AS one WHERE one::text LIKE ? OR one::text LIKE ?";
            String hex = HexFormat.of().formatHex(tenant.getBytes(StandardCharsets.UTF_8));
            String count =
                    String.valueOf(
                            StoredRows.of(rows, "%" + tenant + "%", "%" + hex + "%").getFirst());
            if (!count.equals("0")) {
                found.add(table + ": " + count);
            }
        }
        return found;
    }
}
