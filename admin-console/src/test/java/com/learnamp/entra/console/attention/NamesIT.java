package com.learnamp.entra.console.attention;

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
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever is not in Learn Amp is called as Entra calls him. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class NamesIT {

    private static final String REJECTED =
            """
            {"type": "reject-user", "company": %d, "user": "%s", "version": {"epoch": 1, "counter": 0},
             "revision": 1, "observedAt": "2026-03-01T10:00:01Z", "mappedAt": "2026-03-01T10:00:02Z",
             "origin": {"cause": "ADMIN", "noticedAt": "2026-03-01T10:00:00Z"}, "reason": "NO_EMAIL"%s}
            """;

    @Test
    void somebodyWhoCanNotBeCreatedHasHisNameOfEntra() {
        NewCompany company = Operations.createCompany();
        rejected(company, UUID.randomUUID(), ", \"displayName\": \"Noah Fairclough\"");

        company.caller()
                .get("/api/attention")
                .then()
                .statusCode(200)
                .body("attention[0].name", is("Noah Fairclough"));
        assertThat(names(company)).isEqualTo("Noah Fairclough");
    }

    @Test
    void whereEntraHasNoNameOrAnOlderMessageLacksItTheObjectIdStandsAlone() {
        NewCompany company = Operations.createCompany();
        UUID object = UUID.randomUUID();
        rejected(company, object, "");

        assertThat(names(company)).isEqualTo("Not in Learn Amp");
        assertThat(Browser.signedIn(company).page("/attention").select("tbody small").text())
                .contains(object.toString());
    }

    private static String names(NewCompany company) {
        return Browser.signedIn(company).page("/attention").select("tbody th b").text();
    }

    private static void rejected(NewCompany company, UUID object, String name) {
        StoredRows.execute(
                "INSERT INTO provisioning.attention (company_id, object_id, reason, epoch, counter,"
                        + " payload) VALUES (?, ?, 'no_email', 1, 0, ?)",
                company.id(),
                object,
                REJECTED.formatted(company.id(), object, name).getBytes(StandardCharsets.UTF_8));
    }
}
