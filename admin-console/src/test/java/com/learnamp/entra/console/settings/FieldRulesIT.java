package com.learnamp.entra.console.settings;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class FieldRulesIT {

    private NewCompany company;

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
    }

    @Test
    void everyFieldIsWrittenAlwaysUntilSomebodySaysOtherwise() {
        company.caller()
                .get("/api/integration/field-rules")
                .then()
                .statusCode(200)
                .body("fieldRules", aMapWithSize(8))
                .body("fieldRules.jobTitle", equalTo("always"));
    }

    @Test
    void aChangedRuleIsARevisionAndBeginsARun() {
        company.connect();

        put(Map.of("jobTitle", "never_clear", "language", "only_when_empty"))
                .statusCode(200)
                .body("fieldRules.jobTitle", equalTo("never_clear"))
                .body("fieldRules.location", equalTo("always"));
        put(Map.of("jobTitle", "never_clear")).statusCode(200);

        company.caller()
                .get("/api/integration")
                .then()
                .body("revision", is(3))
                .body("run.revision", is(3))
                .body("run.trigger", equalTo("settings"));
    }

    @Test
    void beforeAnythingElseIsSavedTheyCanBeSetToo() {
        put(Map.of("jobTitle", "never_clear")).statusCode(200);

        company.caller()
                .get("/api/integration")
                .then()
                .body("revision", is(1))
                .body("status", equalTo("draft"));
    }

    @Test
    void whatIsNoRuleOrNoFieldIsRefusedByName() {
        put(Map.of("jobTitle", "sometimes", "email", "always"))
                .statusCode(400)
                .body("fullErrors", hasKey("jobTitle"))
                .body("fullErrors", hasKey("email"));
    }

    private ValidatableResponse put(Map<String, String> rules) {
        return company.caller()
                .contentType("application/json")
                .body(rules)
                .put("/api/integration/field-rules")
                .then();
    }
}
