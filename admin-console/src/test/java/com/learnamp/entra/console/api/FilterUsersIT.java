package com.learnamp.entra.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class FilterUsersIT {

    private final StoredCompany company = StoredCompany.create();
    private long sales;
    private long choir;

    @BeforeEach
    void threePeople() {
        sales = company.team("Sales", Map.of());
        choir = company.team("Choir", Map.of());
        company.person(
                "ann@x.example",
                Map.of(
                        "first_name", "Ann-Sophie",
                        "last_name", "O'Neill_100%",
                        "integration_external_id", "E-1",
                        "role", "admin",
                        "primary_team_id", sales,
                        "created_at", Instant.parse("2021-06-30T23:30:00Z"),
                        "updated_at", Instant.parse("2022-01-01T12:00:00Z")));
        long ben =
                company.person(
                        "ben@x.example",
                        Map.of(
                                "first_name", "Ben",
                                "last_name", "ÖZTÜRK",
                                "integration_external_id", "E-12",
                                "status", "invite_pending",
                                "created_at", Instant.parse("2021-07-15T12:00:00Z"),
                                "updated_at", Instant.parse("2022-01-02T12:00:00Z")));
        company.secondaryMember(choir, ben);
        company.person(
                "cleo@x.example",
                Map.of(
                        "first_name",
                        "Cleo",
                        "last_name",
                        "Hannigan",
                        "status",
                        "deactivated",
                        "deactivated_at",
                        Instant.parse("2022-03-01T12:00:00Z"),
                        "created_at",
                        Instant.parse("2021-08-01T12:00:00Z"),
                        "updated_at",
                        Instant.parse("2022-03-01T12:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "filters[email],                    ANN@X.example,    ann",
        "filters[email],                    ann,              ''",
        "filters[integration_external_id],  E-1,              ann",
        "filters[integration_external_id],  e-1,              ''",
        "filters[first_name],               sophie,           ann",
        "filters[first_name],               N,                ann ben",
        "filters[last_name],                öztürk,           ben",
        "filters[last_name],                _100%,            ann",
        "filters[last_name],                o'n,              ann",
        "filters[last_name],                _,                ann",
        "filters[last_name],                !,                ''",
        "filters[role],                     admin,            ann",
        "filters[role],                     learning_designer, ''",
        "filters[no_team],                  true,             cleo",
        "filters[no_team],                  false,            ann ben cleo",
        "filters[status],                   'confirmed,deactivated', ann cleo",
        "filters[status],                   '[invite_pending]', ben",
        "filters[status][],                 deactivated,      cleo",
        "filters[created_at][from],         2021-07-01,       ann ben cleo",
        "filters[created_at][from],         2021-07-02,       ben cleo",
        "filters[created_at][to],           2021-07-15,       ann ben",
        "filters[created_at][to],           2021-06-30,       ''",
        "filters[created_at][from],         2021-07-15T14:00:00+01:00, cleo",
        "filters[updated_at][from],         2022-01-02,       ben cleo",
        "filters[updated_at][to],           2022-01-01,       ann",
        "filters[deactivated_at][from],     2022-03-01,       cleo",
        "filters[deactivated_at][to],       2022-02-28,       ''"
    })
    void aFilterFindsThoseItNames(String parameter, String value, String expected) {
        assertThat(found(company.caller().queryParam(parameter, value)))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void membersOfAnyOfTheTeamsAreFound() {
        assertThat(found(company.caller().queryParam("filters[team_ids]", sales)))
                .containsExactly("ann");
        assertThat(
                        found(
                                company.caller()
                                        .queryParam(
                                                "filters[team_ids]",
                                                "[" + sales + "," + choir + "]")))
                .containsExactly("ann", "ben");
        assertThat(found(company.caller().queryParam("filters[team_ids][]", sales, choir)))
                .containsExactly("ann", "ben");
        assertThat(found(company.caller().queryParam("filters[team_ids]", 999999999))).isEmpty();
    }

    @Test
    void severalFiltersMustAllHold() {
        assertThat(
                        found(
                                company.caller()
                                        .queryParam("filters[first_name]", "n")
                                        .queryParam("filters[last_name]", "Z")
                                        .queryParam("filters[status][]", "invite_pending")
                                        .queryParam("filters[created_at][from]", "2021-07-01")
                                        .queryParam("filters[created_at][to]", "2021-07-31")))
                .containsExactly("ben");
    }

    private static List<String> found(RequestSpecification request) {
        List<String> emails =
                request.get("/v1/users")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("users.email", String.class);
        return emails.stream().map(email -> email.replace("@x.example", "")).toList();
    }
}
