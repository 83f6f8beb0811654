package com.learnamp.entra.console.guard;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class GuardSettingsIT {

    private static final String NO_LIMIT = "{\"limitPercent\": null, \"limitPeople\": null}";

    private NewCompany company;

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
    }

    @Test
    void aCompanyThatHasSavedNothingHasTheLimitsOfAll() {
        company.caller()
                .get("/api/guard")
                .then()
                .statusCode(200)
                .body("graceHours", equalTo(0))
                .body("limitPercent", equalTo(10))
                .body("limitPeople", equalTo(20))
                .body("windowHours", equalTo(24))
                .body("savedAt", nullValue());
    }

    @Test
    void whatIsLeftOutStaysAndNullIsNoSuchLimit() {
        put(company.caller(), "/api/guard", "{\"graceHours\": 168, \"windowHours\": 48}")
                .statusCode(200)
                .body("limitPercent", equalTo(10));

        put(company.caller(), "/api/guard", "{\"limitPercent\": null}").statusCode(200);

        company.caller()
                .get("/api/guard")
                .then()
                .body("graceHours", equalTo(168))
                .body("limitPercent", nullValue())
                .body("limitPeople", equalTo(20))
                .body("windowHours", equalTo(48))
                .body("savedAt", notNullValue())
                .body("savedBy", equalTo(company.clientId()));
        Operations.createCompany().caller().get("/api/guard").then().body("graceHours", equalTo(0));
    }

    @Test
    void onlyOperationsTakeAwayEveryLimit() {
        put(company.caller(), "/api/guard", NO_LIMIT)
                .statusCode(400)
                .body("fullErrors.limitPeople[0]", startsWith("must be set while the other"));

        put(Operations.caller(), company.at("/guard"), NO_LIMIT)
                .statusCode(200)
                .body("limitPercent", nullValue())
                .body("limitPeople", nullValue());
    }

    @Test
    void eachWrongFieldIsNamedAndNothingIsSaved() {
        put(
                        company.caller(),
                        "/api/guard",
                        """
                        {"graceHours": -1, "limitPercent": 51, "limitPeople": "20", "windowHours": 1.5,
                         "colour": "red"}
                        """)
                .statusCode(400)
                .body(
                        "fullErrors.graceHours[0]",
                        equalTo("must be a whole number of hours from 0 to 2160"))
                .body(
                        "fullErrors.limitPercent[0]",
                        equalTo("must be a whole number from 1 to 50, or null"))
                .body(
                        "fullErrors.limitPeople[0]",
                        equalTo("must be a whole number from 1 to 500, or null"))
                .body(
                        "fullErrors.windowHours[0]",
                        equalTo("must be a whole number of hours from 1 to 168"))
                .body("fullErrors.colour[0]", equalTo("is not known here"));
        put(company.caller(), "/api/guard", "[1]")
                .statusCode(400)
                .body("fullErrors.body[0]", equalTo("must be a JSON object"));
        company.caller().get("/api/guard").then().body("savedAt", nullValue());
    }

    private static ValidatableResponse put(RequestSpecification caller, String path, String body) {
        return caller.contentType("application/json").body(body).put(path).then();
    }
}
