package com.learnamp.entra.console.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.learnamp.entra.backing.BackingServices;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class ReadTeamsIT {

    private final StoredCompany company = StoredCompany.create();
    private long manager;
    private long deputy;
    private long top;
    private long sales;

    @BeforeEach
    void twoTeams() {
        manager = company.person("manager@x.example");
        deputy = company.person("deputy@x.example");
        top = company.team("Company", Map.of());
        sales =
                company.team(
                        "Sales",
                        Map.of(
                                "integration_external_id", "T/1",
                                "parent_team_id", top,
                                "manager_id", manager));
        company.secondaryManager(sales, deputy);
        company.person("ann@x.example", Map.of("primary_team_id", sales, "manager_id", deputy));
        company.secondaryMember(sales, company.person("ben@x.example"));
    }

    @Test
    void aListShowsTeamsWithManagersAndCounts() {
        company.caller()
                .get("/v1/teams")
                .then()
                .statusCode(200)
                .header("Total", "2")
                .header("Per-Page", "25")
                .header("Total-Pages", "1")
                .body("teams.id", contains((int) top, (int) sales))
                .body("teams[0].manager", nullValue())
                .body("teams[0].parentTeamId", nullValue())
                .body("teams[0].secondaryManagers", is(List.of()))
                .body("teams[0].teamUsersCount", equalTo(0))
                .body("teams[1].name", equalTo("Sales"))
                .body("teams[1].integrationExternalId", equalTo("T/1"))
                .body("teams[1].teamUsersCount", equalTo(2))
                .body("teams[1].parentTeamId", equalTo((int) top))
                .body("teams[1].apiTeamPath", equalTo("/v1/teams/" + sales + ".json"))
                .body("teams[1].apiTeamUsersPath", equalTo("/v1/teams/" + sales + "/users.json"))
                .body("teams[1].manager.id", equalTo((int) manager))
                .body("teams[1].secondaryManagers.id", contains((int) deputy));
    }

    @Test
    void aTeamIsFoundByItsName() {
        company.caller()
                .queryParam("filters[name]", " sALES ")
                .get("/v1/teams")
                .then()
                .statusCode(200)
                .header("Total", "1")
                .body("teams.id", contains((int) sales));
    }

    @Test
    void oneTeamIsShownWithThoseAroundIt() {
        company.caller()
                .get("/v1/teams/{id}", sales)
                .then()
                .statusCode(200)
                .body("id", equalTo((int) sales))
                .body("parentTeam.id", equalTo((int) top))
                .body("subTeams", is(List.of()));
        company.caller()
                .get("/v1/teams/{id}", top)
                .then()
                .body("parentTeam", nullValue())
                .body("subTeams.id", contains((int) sales));
    }

    @Test
    void aTeamIsFoundAtTheAddressesThatAnswersName() {
        company.caller()
                .get("/v1/teams/" + sales + ".json")
                .then()
                .statusCode(200)
                .body("name", equalTo("Sales"));
        company.caller()
                .get("/v1/teams/" + sales + "/users.json")
                .then()
                .statusCode(200)
                .body("name", equalTo("Sales"));
    }

    @Test
    void aTeamIsFoundByItsExternalId() {
        company.caller()
                .urlEncodingEnabled(false)
                .get("/v1/teams/by_external_id/T%2F1")
                .then()
                .statusCode(200)
                .body("id", equalTo((int) sales));
        company.caller()
                .urlEncodingEnabled(false)
                .get("/v1/teams/by_external_id/T%2F1/users")
                .then()
                .statusCode(200)
                .body("users.size()", equalTo(2));
    }

    @Test
    void aTeamsUsersComeInPagesWithTheTeamAroundThem() {
        company.caller()
                .queryParam("perPage", 1)
                .get("/v1/teams/{id}/users", sales)
                .then()
                .statusCode(200)
                .header("Total", "2")
                .header("Total-Pages", "2")
                .body("id", equalTo((int) sales))
                .body("teamUsersCount", equalTo(2))
                .body("users.email", contains("ann@x.example"))
                .body("users[0].manager.email", equalTo("deputy@x.example"))
                .body("users[0].primaryTeam.id", equalTo((int) sales))
                .body("users[0].secondaryTeams", is(List.of()));
        company.caller()
                .queryParam("perPage", 1)
                .queryParam("page", 2)
                .get("/v1/teams/{id}/users", sales)
                .then()
                .body("users.email", contains("ben@x.example"))
                .body("users[0].primaryTeam", nullValue())
                .body("users[0].secondaryTeams.id", contains((int) sales));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/teams/0",
                "/v1/teams/x",
                "/v1/teams/0/users",
                "/v1/teams/by_external_id/unknown",
                "/v1/teams/by_external_id/unknown/users"
            })
    void whatIsNotThereIsNotFound(String path) {
        company.caller()
                .get(path)
                .then()
                .statusCode(404)
                .body("$", equalTo(Map.of("error", "Not found")));
    }

    @Test
    void unknownParametersAreNamed() {
        company.caller()
                .queryParam("filters[tags]", "x")
                .get("/v1/teams")
                .then()
                .statusCode(400)
                .body("error", equalTo("filters[tags] is not a known parameter"));
        company.caller()
                .queryParam("x", "y")
                .get("/v1/teams/{id}/users", sales)
                .then()
                .statusCode(400);
    }
}
