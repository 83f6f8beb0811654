package com.learnamp.entra.console;

import static io.restassured.RestAssured.given;

import com.learnamp.entra.contracts.CompanyId;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** A company as it was made, with what its programs and its Owner need to come in. */
public record NewCompany(long id, long owner, String email, String clientId, String clientSecret) {

    public static final String PASSWORD = "correct horse battery";

    /** A program of the company. */
    public RequestSpecification caller() {
        return given().auth()
                .oauth2(
                        Operations.token(
                                clientId,
                                clientSecret,
                                "integration:read integration:write sync:run users:read"));
    }

    /** Operations at its address. */
    public String at(String path) {
        return "/api/companies/" + id + path;
    }

    public CompanyId company() {
        return new CompanyId(id);
    }

    /** A tenant and a group of its own, bound by operations, and connected. */
    public ValidatableResponse connect() {
        bind();
        return caller().post("/api/integration/connect").then().statusCode(201);
    }

    public void bind() {
        Operations.caller()
                .contentType("application/json")
                .body(
                        Map.of(
                                "tenantId", UUID.randomUUID().toString(),
                                "groupId", UUID.randomUUID().toString()))
                .put(at("/integration"))
                .then()
                .statusCode(200);
    }
}
