package com.learnamp.entra.console.attention;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What needs an admin and is no person: a field that can't be read, a directory that can't. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class UnreadFieldsIT {

    private static final String OF_TWO = "extension_0123_shift";

    @Test
    void aFieldWhoseAttributeTheTenantLacksNeedsAttentionOfWhoeverMapsIt() {
        NewCompany maps = connected();
        StoredRows.execute(
                "UPDATE provisioning.integrations SET custom_fields = ?::jsonb WHERE company_id = ?",
                """
                [{"field": "Shift", "type": "TEXT", "rule": "ALWAYS",
                  "source": {"from": "attribute", "attribute": "extension_0123_shift"}},
                 {"field": "Pattern", "type": "TEXT", "rule": "ALWAYS",
                  "source": {"from": "attribute", "attribute": "extension_0123_shiftPattern"}}]
                """,
                maps.id());
        NewCompany neighbour = connected();
        for (NewCompany company : List.of(maps, neighbour)) {
            StoredRows.execute(
                    "UPDATE directory.connections SET unknown_attributes = ARRAY[?] WHERE company_id"
                            + " = ?",
                    OF_TWO,
                    company.id());
        }

        Document page = Browser.signedIn(maps).page("/attention");
        assertThat(page.select("main h2").eachText()).containsExactly("Shift is not read");
        assertThat(page.select("main").text()).contains(OF_TWO);
        assertThat(page.select(".side .count").text()).startsWith("1 ");
        Document other = Browser.signedIn(neighbour).page("/attention");
        assertThat(other.select("main h2").text()).isEqualTo("Nothing needs you");
        assertThat(other.select(".side .count")).isEmpty();
    }

    @Test
    void aDirectoryThatCanNotBeReadNeedsAttention() {
        NewCompany company = connected();
        StoredRows.execute(
                "UPDATE directory.connections SET state = 'stopped', message = 'The group is gone.'"
                        + " WHERE company_id = ?",
                company.id());

        Document page = Browser.signedIn(company).page("/attention");

        assertThat(page.select("main h2").eachText()).containsExactly("Provisioning has stopped");
        assertThat(page.select("main").text()).contains("The group is gone.");
        assertThat(page.select(".side .count").text()).startsWith("1 ");
    }

    private static NewCompany connected() {
        NewCompany company = Operations.createCompany();
        company.connect();
        var settings = company.caller().get("/api/integration").then().extract().jsonPath();
        StoredRows.execute(
                "INSERT INTO directory.connections (company_id, tenant_id, group_id, state) VALUES"
                        + " (?, ?::uuid, ?::uuid, 'ok')",
                company.id(),
                settings.getString("tenantId"),
                settings.getString("groupId"));
        return company;
    }
}
