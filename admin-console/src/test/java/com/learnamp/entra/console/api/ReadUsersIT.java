package com.learnamp.entra.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.learnamp.entra.backing.BackingServices;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class ReadUsersIT {

    private final StoredCompany company = StoredCompany.create();

    @Test
    void aListShowsPeopleInTheShortForm() {
        long id =
                company.person(
                        "test@email.com",
                        Map.of(
                                "first_name", "Test",
                                "last_name", "User",
                                "job_title", "Developer",
                                "integration_external_id", "EPOS-12345",
                                "hire_date", LocalDate.of(2021, 1, 15)));

        company.caller()
                .get("/v1/users")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Total", "1")
                .header("Per-Page", "25")
                .header("Total-Pages", "1")
                .body(
                        "users",
                        contains(
                                Map.ofEntries(
                                        Map.entry("id", (int) id),
                                        Map.entry("firstName", "Test"),
                                        Map.entry("lastName", "User"),
                                        Map.entry("jobTitle", "Developer"),
                                        Map.entry("email", "test@email.com"),
                                        Map.entry("timeZone", "London"),
                                        Map.entry("language", "en"),
                                        Map.entry("role", "viewer"),
                                        Map.entry("integrationExternalId", "EPOS-12345"),
                                        Map.entry("hireDate", "2021-01-15"),
                                        Map.entry(
                                                "profileUrl",
                                                "http://localhost:8080/en/users/" + id),
                                        Map.entry(
                                                "status",
                                                Map.of(
                                                        "status", "Confirmed",
                                                        "time", "On 29 Nov 16")))));
    }

    @Test
    void onePersonIsShownBareAndWithAllDetails() {
        long manager = company.person("manager@email.com", Map.of("role", "admin"));
        long primary = company.team("Operations", Map.of("manager_id", manager));
        long secondary = company.team("First aiders", Map.of("integration_external_id", "FA"));
        long id =
                company.person(
                        "test@email.com",
                        Map.of(
                                "manager_id", manager,
                                "primary_team_id", primary,
                                "location", "London, UK",
                                "department", "Marketing",
                                "occupation_role", "Software Engineer"));
        company.secondaryMember(secondary, id);

        company.caller()
                .get("/v1/users/{id}", id)
                .then()
                .statusCode(200)
                .body("id", equalTo((int) id))
                .body("occupationRole", equalTo("Software Engineer"))
                .body("avatar", nullValue())
                .body("location", equalTo("London, UK"))
                .body("department", equalTo("Marketing"))
                .body("manager.id", equalTo((int) manager))
                .body("manager.role", equalTo("admin"))
                .body("manager.status.status", equalTo("Confirmed"))
                .body("primaryTeam.id", equalTo((int) primary))
                .body("primaryTeam.name", equalTo("Operations"))
                .body("primaryTeam.teamUsersCount", equalTo(1))
                .body("primaryTeam.apiTeamPath", equalTo("/v1/teams/" + primary + ".json"))
                .body(
                        "primaryTeam.apiTeamUsersPath",
                        equalTo("/v1/teams/" + primary + "/users.json"))
                .body("primaryTeam.manager.email", equalTo("manager@email.com"))
                .body("secondaryTeams.id", contains((int) secondary))
                .body("secondaryTeams[0].integrationExternalId", equalTo("FA"))
                .body("customFields", is(List.of()));
    }

    @Test
    void anExpandedListShowsWhatOnePersonShows() {
        long team = company.team("Operations", Map.of());
        long id = company.person("test@email.com", Map.of("primary_team_id", team));

        Map<String, Object> alone =
                company.caller().get("/v1/users/{id}", id).jsonPath().getMap("");
        Map<String, Object> listed =
                company.caller()
                        .queryParam("expanded", "true")
                        .get("/v1/users")
                        .jsonPath()
                        .getMap("users[0]");

        assertThat(listed).isEqualTo(alone);
    }

    @ParameterizedTest
    @CsvSource({
        "EPOS-12345, EPOS-12345",
        "HR/1001, HR%2F1001",
        "a b?c#d%, a%20b%3Fc%23d%25",
        "42, 42",
        "photo.json, photo.json",
        "Zoë, Zo%C3%AB"
    })
    void aPersonIsFoundByTheExternalId(String externalId, String encoded) {
        long id = company.person("x@y.example", Map.of("integration_external_id", externalId));

        company.caller()
                .urlEncodingEnabled(false)
                .get("/v1/users/by_integration_external_id/" + encoded)
                .then()
                .statusCode(200)
                .body("id", equalTo((int) id))
                .body("integrationExternalId", equalTo(externalId));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/users/0",
        "/v1/users/9223372036854775807",
        "/v1/users/99999999999999999999999",
        "/v1/users/-1",
        "/v1/users/abc",
        "/v1/users/1.5",
        "/v1/users/by_integration_external_id/unknown",
        "/v1/users/1/nothing",
        "/v1/nothing"
    })
    void whatIsNotThereIsNotFound(String path) {
        company.caller()
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/json")
                .body("$", equalTo(Map.of("error", "Not found")));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<Integer> all =
                java.util.stream.IntStream.range(0, 7)
                        .mapToObj(i -> (int) company.person("p" + i + "@x.example"))
                        .toList();

        List<Integer> read = new java.util.ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            read.addAll(
                    company.caller()
                            .queryParam("perPage", 3)
                            .queryParam("page", page)
                            .get("/v1/users")
                            .then()
                            .statusCode(200)
                            .header("Total", "7")
                            .header("Per-Page", "3")
                            .header("Total-Pages", "3")
                            .extract()
                            .jsonPath()
                            .getList("users.id", Integer.class));
        }

        assertThat(read).isEqualTo(all);
    }

    @Test
    void aPageBehindTheLastIsEmpty() {
        company.person("one@x.example");

        company.caller()
                .queryParam("page", 1_000_000)
                .queryParam("perPage", 500)
                .get("/v1/users")
                .then()
                .statusCode(200)
                .header("Total", "1")
                .body("users", is(List.of()));
    }

    @Test
    void whateverIsWrongIsNamed() {
        company.caller()
                .queryParam("page", "0")
                .queryParam("perPage", "501")
                .queryParam("colour", "blue")
                .queryParam("expanded", "perhaps")
                .queryParam("filters[role]", "king")
                .queryParam("filters[status][]", "confirmed", "gone")
                .queryParam("filters[team_ids]", "1,x")
                .queryParam("filters[created_at][from]", "2021-02-30")
                .queryParam("filters[email]", "a@x.example", "b@x.example")
                .queryParam("filters[first_name]", "")
                .get("/v1/users")
                .then()
                .statusCode(400)
                .body("fullErrors.page", contains("is not between 1 and 1000000"))
                .body("fullErrors.perPage", contains("is not between 1 and 500"))
                .body("fullErrors.colour", contains("is not a known parameter"))
                .body("fullErrors.expanded", contains("is invalid"))
                .body("fullErrors.'filters[role]'", contains("does not have a valid value"))
                .body("fullErrors.'filters[status][]'", contains("does not have a valid value"))
                .body("fullErrors.'filters[team_ids]'", contains("is invalid"))
                .body("fullErrors.'filters[created_at][from]'", contains("is invalid"))
                .body("fullErrors.'filters[email]'", contains("is given more than once"))
                .body("fullErrors.'filters[first_name]'", contains("is empty"))
                .body("fullErrors.size()", equalTo(10))
                .body(
                        "error",
                        org.hamcrest.Matchers.containsString("filters[first_name] is empty"));
    }

    @Test
    void anotherFormatThanJsonIsNotAcceptable() {
        company.caller()
                .accept("text/html")
                .get("/v1/users")
                .then()
                .statusCode(406)
                .contentType("application/json")
                .body("error", equalTo("Only application/json is available"));
    }

    @Test
    void timesAreDaysOfTheCompany() {
        company.person(
                "late@x.example", Map.of("status_at", Instant.parse("2020-07-01T23:30:00Z")));

        company.caller()
                .get("/v1/users")
                .then()
                .body("users[0].status.time", equalTo("On 2 Jul 20"));
    }

    @Test
    void anAnswerIsNotToBeStored() {
        company.caller().get("/v1/users").then().header("Cache-Control", "no-store");
    }

    @Test
    void aListOfNobodyIsEmpty() {
        company.caller()
                .get("/v1/users")
                .then()
                .statusCode(200)
                .header("Total", "0")
                .header("Total-Pages", "0")
                .body("users", is(List.of()))
                .body("$", org.hamcrest.Matchers.not(anEmptyMap()));
    }
}
