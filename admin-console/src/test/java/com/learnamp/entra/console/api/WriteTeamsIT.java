package com.learnamp.entra.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.learnamp.entra.backing.BackingServices;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class WriteTeamsIT {

    private final StoredCompany company = StoredCompany.create();
    private long sales;
    private long ben;

    @BeforeEach
    void aTeamAndAPerson() {
        sales = company.team("Sales", Map.of("integration_external_id", "T-1"));
        ben = company.person("ben@x.example", Map.of("primary_team_id", sales));
    }

    @Test
    void aTeamIsCreatedBelowItsParent() {
        int id =
                writer().contentType(ContentType.JSON)
                        .body(
                                Map.of(
                                        "name", "  Key accounts ",
                                        "parentTeamName", "SALES",
                                        "managerEmail", "BEN@x.example",
                                        "integrationExternalId", "T-2"))
                        .post("/v1/teams")
                        .then()
                        .statusCode(201)
                        .body("name", equalTo("Key accounts"))
                        .body("integrationExternalId", equalTo("T-2"))
                        .body("teamUsersCount", equalTo(0))
                        .body("parentTeam.id", equalTo((int) sales))
                        .body("manager.id", equalTo((int) ben))
                        .extract()
                        .path("id");

        company.caller().get("/v1/teams/{id}", sales).then().body("subTeams.id", contains(id));
    }

    @Test
    void whatIsLeftOutStaysAndWhatIsEmptyIsCleared() {
        long retail = company.team("Retail", Map.of("parent_team_id", sales, "manager_id", ben));

        writer().formParam("name", "Retail North")
                .put("/v1/teams/{id}", retail)
                .then()
                .statusCode(200)
                .body("name", equalTo("Retail North"))
                .body("parentTeamId", equalTo((int) sales))
                .body("manager.id", equalTo((int) ben));
        writer().multiPart("parentTeamId", "")
                .multiPart("managerId", "")
                .put("/v1/teams/{id}", retail)
                .then()
                .statusCode(200)
                .body("parentTeamId", nullValue())
                .body("manager", nullValue());
        writer().formParam("integrationExternalId", "T-3")
                .put("/v1/teams/by_external_id/{id}", "T-1")
                .then()
                .statusCode(200)
                .body("id", equalTo((int) sales))
                .body("integrationExternalId", equalTo("T-3"));
    }

    @Test
    void whatChangesNothingWritesNothing() {
        List<String> before = version();

        writer().formParam("name", "Sales").put("/v1/teams/{id}", sales).then().statusCode(200);

        assertThat(version()).isEqualTo(before);
    }

    private List<String> version() {
        return company.texts("SELECT xmin::text FROM learnamp.teams WHERE id = ?", sales);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    parentTeamId     | 1           | name                  | is missing
                    name             | ' '         | name                  | is empty
                    name             | ' sALES '   | name                  | has already been taken
                    parentTeamId     | 999999999   | parentTeamId          | must match existing teams ID
                    parentTeamName   | Marketing   | parentTeamName        | must match existing teams name
                    managerId        | 999999999   | managerId             | must match an existing user ID
                    managerEmail     | a@x.example | managerEmail          | must match an existing user email
                    integrationExternalId | T-1    | integrationExternalId | has already been taken
                    colour           | red         | colour                | is not a known parameter
                    """)
    void whatCannotBeTakenIsNamed(String parameter, String value, String field, String error) {
        RequestSpecification request = writer().formParam(parameter, value);
        if (!parameter.equals("name") && !field.equals("name")) {
            request.formParam("name", "A new one");
        }

        request.post("/v1/teams")
                .then()
                .statusCode(400)
                .body("fullErrors." + field, contains(error));
    }

    @Test
    void twoWaysToNameTheSameExcludeEachOther() {
        writer().formParams("name", "A", "parentTeamId", sales, "parentTeamName", "Sales")
                .post("/v1/teams")
                .then()
                .statusCode(400)
                .body("error", equalTo("parentTeamId, parentTeamName are mutually exclusive"));
    }

    @Test
    void noTeamIsAboveItself() {
        long retail = company.team("Retail", Map.of("parent_team_id", sales));
        long north = company.team("North", Map.of("parent_team_id", retail));

        for (long below : List.of(sales, retail, north)) {
            writer().formParam("parentTeamId", below)
                    .put("/v1/teams/{id}", sales)
                    .then()
                    .statusCode(400)
                    .body("error", containsString("must not be the team itself or one below it"));
        }
    }

    @Test
    void aMemberJoinsOnceAndLeavesWithAnEventEach() {
        long choir = company.team("Choir", Map.of());

        for (int time = 0; time < 2; time++) {
            writer().formParam("userId", ben)
                    .post("/v1/teams/{id}/users", choir)
                    .then()
                    .statusCode(201)
                    .body("id", equalTo((int) choir))
                    .body("users.id", contains((int) ben))
                    .body("users[0].primaryTeam.id", equalTo((int) sales))
                    .body("users[0].secondaryTeams.id", contains((int) choir));
        }
        writer().delete("/v1/teams/{id}/users/{user}", choir, ben).then().statusCode(204);
        writer().delete("/v1/teams/{id}/users/{user}", choir, ben).then().statusCode(404);

        company.caller().get("/v1/teams/{id}/users", choir).then().body("users", empty());
        assertThat(
                        company.texts(
                                "SELECT change_number || ' ' || cause || ' ' || (SELECT"
                                        + " string_agg(k, ',') FROM jsonb_object_keys(changes) k) FROM"
                                        + " provisioning.history WHERE user_id = ? ORDER BY change_number",
                                ben))
                .containsExactly("1 admin secondaryTeams", "2 admin secondaryTeams");
    }

    @Test
    void aPrimaryTeamIsJoinedAlreadyAndCanBeLeft() {
        writer().formParam("userId", ben)
                .post("/v1/teams/{id}/users", sales)
                .then()
                .statusCode(201)
                .body("users[0].secondaryTeams", empty());

        writer().delete("/v1/teams/{id}/users/{user}", sales, ben).then().statusCode(204);

        assertThat(
                        company.texts(
                                "SELECT primary_team_id::text FROM learnamp.users WHERE id = ?",
                                ben))
                .containsOnlyNulls();
    }

    @Test
    void whoCannotJoinIsNamed() {
        long gone =
                company.person(
                        "gone@x.example",
                        Map.of("status", "deactivated", "deactivated_at", Instant.EPOCH));
        long stranger = StoredCompany.create().person("s@x.example");

        for (Object user : List.of(gone, stranger, "x", 0)) {
            writer().formParam("userId", user)
                    .post("/v1/teams/{id}/users", sales)
                    .then()
                    .statusCode(400)
                    .body(
                            "fullErrors.userId",
                            contains("must match an active user ID within your company"));
        }
        writer().contentType(ContentType.JSON)
                .body(Map.of())
                .post("/v1/teams/{id}/users", sales)
                .then()
                .statusCode(400)
                .body("fullErrors.userId", contains("is missing"));
    }

    @Test
    void anotherCompanysTeamsAreOutOfReach() {
        StoredCompany other = StoredCompany.create();
        long theirs = other.team("Theirs", Map.of("integration_external_id", "E-1"));

        writer().formParam("name", "x").put("/v1/teams/{id}", theirs).then().statusCode(404);
        writer().formParam("name", "x").put("/v1/teams/by_external_id/E-1").then().statusCode(404);
        writer().formParam("userId", ben)
                .post("/v1/teams/{id}/users", theirs)
                .then()
                .statusCode(404);
        writer().formParams("name", "Theirs", "integrationExternalId", "E-1")
                .post("/v1/teams")
                .then()
                .statusCode(201);
    }

    @Test
    void eachActNeedsItsScope() {
        reader().formParam("name", "x").post("/v1/teams").then().statusCode(403);
        reader().formParam("name", "x").put("/v1/teams/{id}", sales).then().statusCode(403);
        reader().formParam("userId", ben)
                .post("/v1/teams/{id}/users", sales)
                .then()
                .statusCode(403);
        company.caller(Scopes.TEAM_USERS_READ)
                .delete("/v1/teams/{id}/users/{user}", sales, ben)
                .then()
                .statusCode(403);
    }

    private RequestSpecification reader() {
        return company.caller(Scopes.TEAMS_READ, Scopes.USERS_READ);
    }

    private RequestSpecification writer() {
        return company.caller(
                Scopes.TEAMS_CREATE,
                Scopes.TEAMS_UPDATE,
                Scopes.TEAM_USERS_CREATE,
                Scopes.TEAM_USERS_DELETE);
    }
}
