package com.learnamp.entra.console.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.learnamp.entra.backing.BackingServices;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class WhoMayReadIT {

    private final StoredCompany company = StoredCompany.create();

    @Test
    void withoutATokenNothingIsRead() {
        given().get("/v1/users")
                .then()
                .statusCode(401)
                .contentType("application/json")
                .header("WWW-Authenticate", equalTo("Bearer realm=\"Learn Amp\""))
                .body("error", equalTo("An access token is needed, from POST /oauth/token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"made-up", "a b c", "\"", "ü"})
    void anUnknownTokenIsRefused(String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/v1/users")
                .then()
                .statusCode(401)
                .contentType("application/json")
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body("error", equalTo("The access token is unknown or has expired"));
    }

    @Test
    void anExpiredTokenIsRefused() {
        String token =
                StoredCompany.token(company.id(), Instant.now().minusSeconds(1), Scopes.USERS_READ);

        given().auth()
                .oauth2(token)
                .get("/v1/users")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
    }

    @ParameterizedTest
    @CsvSource({
        "teams:read, /v1/users",
        "teams:read, /v1/users/1",
        "teams:read, /v1/users/by_integration_external_id/x",
        "users:read, /v1/teams",
        "users:read, /v1/teams/1",
        "users:read, /v1/teams/1/users",
        "teams:read, /v1/teams/1/users",
        "public, /v1/users"
    })
    void aTokenWithoutTheScopeIsForbidden(String scope, String path) {
        company.caller(scope)
                .get(path)
                .then()
                .statusCode(403)
                .contentType("application/json")
                .header("WWW-Authenticate", containsString("error=\"insufficient_scope\""))
                .body("error", equalTo("The access token lacks the scope that this needs"));
    }

    @Test
    void aTokenOfOperationsIsToldThatItHasNoCompany() {
        String token =
                StoredCompany.token(
                        null, Instant.now().plusSeconds(60), Scopes.OPS, Scopes.USERS_READ);

        given().auth()
                .oauth2(token)
                .get("/v1/users")
                .then()
                .statusCode(403)
                .body("error", containsString("belongs to no company"));
    }

    @Test
    void aTokenSeesItsOwnCompanyAlone() {
        StoredCompany other = StoredCompany.create();
        long team = other.team("Sales", Map.of("integration_external_id", "T-1"));
        long stranger =
                other.person(
                        "stranger@x.example",
                        Map.of("integration_external_id", "E-1", "primary_team_id", team));
        long colleague = company.person("colleague@x.example");

        company.caller()
                .get("/v1/users")
                .then()
                .header("Total", "1")
                .body("users.id", contains((int) colleague));
        company.caller().get("/v1/teams").then().header("Total", "0");
        company.caller().get("/v1/users/{id}", stranger).then().statusCode(404);
        company.caller().get("/v1/teams/{id}", team).then().statusCode(404);
        company.caller().get("/v1/teams/{id}/users", team).then().statusCode(404);
        company.caller().get("/v1/users/by_integration_external_id/E-1").then().statusCode(404);
        company.caller().get("/v1/teams/by_external_id/T-1").then().statusCode(404);
        company.caller()
                .queryParam("filters[first_name]", "ada")
                .get("/v1/users")
                .then()
                .header("Total", "1");
        company.caller()
                .queryParam("filters[team_ids]", team)
                .get("/v1/users")
                .then()
                .header("Total", "0");
    }
}
