package com.learnamp.entra.console;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Learn Amp's operations at work, through the API, with the client of the bootstrap. */
public final class Operations {

    private Operations() {}

    public static RequestSpecification caller() {
        return given().auth().oauth2(token("operations", "the secret of operations", "ops"));
    }

    public static String token(String clientId, String clientSecret, String scope) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", clientId)
                .formParam("client_secret", clientSecret)
                .formParam("scope", scope)
                .post("/oauth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** A company of a test's own, with an Owner who has a password. */
    public static NewCompany createCompany() {
        return createCompany("owner-" + UUID.randomUUID() + "@marlowehythe.example");
    }

    /**
     * @param email of its Owner
     */
    public static NewCompany createCompany(String email) {
        JsonPath answer =
                caller().contentType("application/json")
                        .body(
                                Map.of(
                                        "name",
                                        "Marlowe Hythe",
                                        "owner",
                                        Map.of(
                                                "email",
                                                email,
                                                "firstName",
                                                "Helen",
                                                "lastName",
                                                "Marsh",
                                                "password",
                                                NewCompany.PASSWORD)))
                        .post("/api/companies")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        return new NewCompany(
                answer.getLong("id"),
                answer.getLong("owner.id"),
                email,
                answer.getString("apiClient.clientId"),
                answer.getString("apiClient.clientSecret"));
    }
}
