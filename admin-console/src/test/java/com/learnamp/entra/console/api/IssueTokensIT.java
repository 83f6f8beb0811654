package com.learnamp.entra.console.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.learnamp.entra.backing.BackingServices;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class IssueTokensIT {

    private static final String CLIENT = "reader of Marlowe";

    private final StoredCompany company = StoredCompany.create();
    @Inject ClientSecrets secrets;
    private String secret = "";

    @BeforeEach
    void aClient() {
        secret =
                secrets.issue(
                        CLIENT,
                        company.id(),
                        "Marlowe's reader",
                        Set.of(Scopes.USERS_READ, Scopes.TEAMS_READ));
    }

    @Test
    void aSecretCanBeGuessedOnlySoOften() {
        for (int guess = 0; guess < RefusedClients.MOST; guess++) {
            guess(guess).then().statusCode(401);
        }

        guess(RefusedClients.MOST)
                .then()
                .statusCode(429)
                .header("Retry-After", "60")
                .body("error", equalTo("invalid_client"));
    }

    private static Response guess(int number) {
        return given().formParams(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "guessed",
                        "client_secret",
                        "guess " + number)
                .post("/oauth/token");
    }

    @Test
    void aTokenOpensWhatItsScopesName() {
        Response answer =
                given().formParams(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                CLIENT,
                                "client_secret",
                                secret,
                                "scope",
                                "users:read  teams:read")
                        .post("/oauth/token");

        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("access_token", not(blankOrNullString()))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(7200))
                .body("scope", equalTo("teams:read users:read"))
                .body("created_at", greaterThan(1_600_000_000));
        given().auth()
                .oauth2(answer.jsonPath().getString("access_token"))
                .get("/v1/users")
                .then()
                .statusCode(200);
    }

    @Test
    void theTokenItselfIsNowhereInTheStore() throws SQLException {
        String token =
                given().formParams(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                CLIENT,
                                "client_secret",
                                secret,
                                "scope",
                                "users:read")
                        .post("/oauth/token")
                        .jsonPath()
                        .getString("access_token");

        try (Connection connection = BackingServices.connectToStore();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT t::text FROM learnamp.access_tokens t WHERE token_hash ="
                                        + " sha256(?::bytea)")) {
            statement.setBytes(1, token.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).doesNotContain(token).contains("users:read");
            }
        }
    }

    @Test
    void aClientMayUseHttpBasicAJsonBodyOrAFormInParts() {
        given().auth()
                .preemptive()
                .basic("reader+of+Marlowe", secret)
                .formParams("grant_type", "client_credentials", "scope", "users:read")
                .post("/oauth/token")
                .then()
                .statusCode(200);
        given().contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                CLIENT,
                                "client_secret",
                                secret,
                                "scope",
                                "users:read"))
                .post("/oauth/token")
                .then()
                .statusCode(200);
        given().multiPart("grant_type", "client_credentials")
                .multiPart("client_id", CLIENT)
                .multiPart("client_secret", secret)
                .multiPart("scope", "users:read")
                .post("/oauth/token")
                .then()
                .statusCode(200);
    }

    @Test
    void aWrongSecretIsRefusedAsAnUnknownClientIs() {
        for (Map<String, String> wrong :
                java.util.List.of(
                        Map.of("client_id", CLIENT, "client_secret", "wrong"),
                        Map.of("client_id", "nobody", "client_secret", secret),
                        Map.of("client_id", "\0", "client_secret", "\0"),
                        Map.of("client_id", CLIENT))) {
            given().formParam("grant_type", "client_credentials")
                    .formParams(wrong)
                    .post("/oauth/token")
                    .then()
                    .statusCode(401)
                    .contentType("application/json")
                    .header("WWW-Authenticate", startsWith("Basic"))
                    .body("error", equalTo("invalid_client"));
        }
    }

    @Test
    void aScopeThatTheClientMayNotHaveIsRefused() {
        for (String scope : Set.of("ops", "users:read ops", "nothing")) {
            given().formParams(
                            "grant_type", "client_credentials",
                            "client_id", CLIENT,
                            "client_secret", secret,
                            "scope", scope)
                    .post("/oauth/token")
                    .then()
                    .statusCode(400)
                    .body("error", equalTo("invalid_scope"))
                    .body("error_description", endsWith(scope.contains("ops") ? ": ops" : ": "));
        }
    }

    @Test
    void aClientWithoutPublicMustNameItsScopes() {
        given().formParams(
                        "grant_type", "client_credentials",
                        "client_id", CLIENT,
                        "client_secret", secret)
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));
    }

    @Test
    void aClientWithPublicNeedNotNameIt() {
        String own = secrets.issue("open", company.id(), "Open", Set.of(Scopes.PUBLIC, Scopes.OPS));

        given().formParams(
                        "grant_type", "client_credentials",
                        "client_id", "open",
                        "client_secret", own)
                .post("/oauth/token")
                .then()
                .statusCode(200)
                .body("scope", equalTo("public"));
    }

    @Test
    void anotherGrantIsNotSupported() {
        given().formParams("grant_type", "password", "client_id", CLIENT)
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "grant_type=",
                "client_id=x",
                "grant_type=client_credentials&grant_type=client_credentials",
                "grant_type=client_credentials&client_id=a&client_id=b",
                "grant_type=%zz"
            })
    void aMalformedFormIsAnInvalidRequest(String form) {
        given().contentType(ContentType.URLENC)
                .body(form)
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"x\"", "null", "{\"grant_type\":", "[[[[[[", "{}"})
    void aMalformedDocumentIsAnInvalidRequest(String document) {
        given().contentType(ContentType.JSON)
                .body(document)
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void aRemovedClientsTokensOpenNothingAnyMore() {
        String token = company.token(Scopes.USERS_READ);
        StoredCompany.execute(
                "DELETE FROM learnamp.api_clients WHERE client_id = ?", "client of " + token);

        given().auth().oauth2(token).get("/v1/users").then().statusCode(401);
    }
}
