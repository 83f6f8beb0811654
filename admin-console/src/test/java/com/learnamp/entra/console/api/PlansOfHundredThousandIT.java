package com.learnamp.entra.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.api.ExplainingDriver.Explained;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That lists stay fast, shown by the plans of the statements that are really run, not by a clock:
 * with 100,000 people no filter reads the table from end to end, nor does the last page.
 */
@QuarkusTest
@TestProfile(PlansOfHundredThousandIT.Explaining.class)
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class PlansOfHundredThousandIT {

    public static final class Explaining implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.driver", ExplainingDriver.class.getName());
        }
    }

    private static final StoredCompany COMPANY = StoredCompany.create();
    private static final StoredCompany OTHER = StoredCompany.create();
    private static long someTeam;

    @BeforeAll
    static void twoCompanies() {
        long id = COMPANY.id().value();
        StoredCompany.execute(
                "INSERT INTO learnamp.teams (company_id, name, integration_external_id) SELECT ?,"
                        + " 'Team ' || i, 'T-' || i FROM generate_series(1, 2000) i",
                id);
        someTeam = COMPANY.team("The one we look for", Map.of());
        people(COMPANY, 100_000);
        people(OTHER, 20_000);
        StoredCompany.execute(
                """
                INSERT INTO learnamp.secondary_team_users (company_id, team_id, user_id)
                SELECT u.company_id, t.id, u.id FROM learnamp.users u
                JOIN learnamp.teams t ON t.company_id = u.company_id AND t.id % 2000 = u.id % 2000
                WHERE u.company_id = ? AND u.id % 4 = 0
                """,
                id);
        for (String table : List.of("users", "teams", "secondary_team_users")) {
            await().atMost(Duration.ofMinutes(2)).until(() -> isAtRest(table));
        }
    }

    /** As autovacuum leaves it: only what no snapshot of anybody still needs can be seen by all. */
    private static boolean isAtRest(String table) {
        StoredCompany.execute("VACUUM ANALYZE learnamp." + table);
        return COMPANY.texts(
                        "SELECT relallvisible >= relpages * 0.99 FROM pg_class WHERE oid ="
                                + " ?::regclass",
                        "learnamp." + table)
                .equals(List.of("t"));
    }

    private static void people(StoredCompany company, int number) {
        StoredCompany.execute(
                """
                INSERT INTO learnamp.users (company_id, email, first_name, last_name, time_zone,
                    language, role, integration_external_id, primary_team_id, status,
                    deactivated_at, created_at, updated_at)
                SELECT c.id, 'person' || i || '@x.example',
                    (ARRAY['Ada','Grace','Alan','Edsger'])[1 + i % 4] || ' ' || md5(i::text),
                    (ARRAY['Lovelace','Hopper','Turing','Wirth'])[1 + i / 4 % 4] || md5((-i)::text),
                    'London', 'en', CASE WHEN i % 1000 = 0 THEN 'admin' ELSE 'viewer' END,
                    'E-' || i,
                    CASE WHEN i % 50 > 0 THEN (SELECT min(t.id) + i % 2000 FROM learnamp.teams t
                                               WHERE t.company_id = c.id) END,
                    CASE WHEN i % 20 = 0 THEN 'deactivated' WHEN i % 3 = 0 THEN 'invite_pending'
                         ELSE 'confirmed' END,
                    CASE WHEN i % 20 = 0 THEN timestamptz '2022-01-01' + i * interval '1 minute' END,
                    timestamptz '2021-01-01' + i * interval '1 minute',
                    timestamptz '2023-01-01' + i * interval '1 minute'
                FROM generate_series(1, ?) i, (SELECT ?::bigint AS id) c
                """,
                number, company.id().value());
    }

    @BeforeEach
    void forgetStatements() {
        ExplainingDriver.STATEMENTS.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "filters[email], person777@x.example, users_email",
        "filters[integration_external_id], E-777, users_external_id",
        "filters[first_name], fe12, users_first_name_contains",
        "filters[first_name], grace, users_first_name_contains",
        "filters[last_name], 77ab, users_last_name_contains",
        "filters[role], admin, users_role",
        "filters[no_team], true, users_primary_team",
        "filters[status][], deactivated, users_status",
        "filters[status], 'invite_pending,deactivated', users_status",
        "filters[created_at][from], 2021-03-10, users_created_at",
        "filters[created_at][to], 2021-01-02, users_created_at",
        "filters[updated_at][from], 2023-03-10, users_updated_at",
        "filters[updated_at][to], 2023-01-02, users_updated_at",
        "filters[deactivated_at][from], 2022-03-01, users_deactivated_at",
        "filters[deactivated_at][to], 2022-01-10, users_deactivated_at"
    })
    void anIndexServesTheFilter(String parameter, String value, String index) {
        COMPANY.caller()
                .queryParam(parameter, value)
                .queryParam("expanded", "true")
                .get("/v1/users")
                .then()
                .statusCode(200);

        assertThat(plans()).allSatisfy(PlansOfHundredThousandIT::readsNoTableFromEndToEnd);
        assertThat(plans()).filteredOn(plan -> uses(plan, index)).hasSize(2);
    }

    @Test
    void indexesServeTheTeamsOfAFilter() {
        COMPANY.caller()
                .queryParam("filters[team_ids]", someTeam - 1)
                .get("/v1/users")
                .then()
                .statusCode(200);

        assertThat(plans()).allSatisfy(PlansOfHundredThousandIT::readsNoTableFromEndToEnd);
        assertThat(plans())
                .filteredOn(plan -> uses(plan, "users_primary_team"))
                .filteredOn(plan -> uses(plan, "secondary_team_users_pkey"))
                .hasSize(2);
    }

    @Test
    void theLastPageIsCountedOffInAnIndex() {
        COMPANY.caller()
                .queryParam("page", 4000)
                .queryParam("perPage", 25)
                .get("/v1/users")
                .then()
                .statusCode(200)
                .header("Total", "100000");

        assertThat(plans()).allSatisfy(PlansOfHundredThousandIT::readsNoTableFromEndToEnd);
        assertThat(plans()).anySatisfy(plan -> assertThat(plan).contains("Index Only Scan"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/teams?page=80", "/v1/teams?filters[name]=team%20777"})
    void listsOfTeamsReadNoPeopleFromEndToEnd(String path) {
        COMPANY.caller().urlEncodingEnabled(false).get(path).then().statusCode(200);

        assertThat(plans()).allSatisfy(PlansOfHundredThousandIT::readsNoTableFromEndToEnd);
    }

    @Test
    void anIndexFindsOnePerson() {
        COMPANY.caller().get("/v1/users/by_integration_external_id/E-4711").then().statusCode(200);

        assertThat(plans()).allSatisfy(PlansOfHundredThousandIT::readsNoTableFromEndToEnd);
        assertThat(plans()).anyMatch(plan -> uses(plan, "users_external_id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/users?expanded=true&perPage=",
                "/v1/users?perPage=",
                "/v1/teams?perPage="
            })
    void aLongPageTakesNoMoreStatementsThanAShortOne(String path) {
        COMPANY.caller().urlEncodingEnabled(false).get(path + "5").then().statusCode(200);
        int few = ExplainingDriver.STATEMENTS.size();
        ExplainingDriver.STATEMENTS.clear();

        COMPANY.caller().urlEncodingEnabled(false).get(path + "500").then().statusCode(200);

        assertThat(ExplainingDriver.STATEMENTS).hasSize(few);
        assertThat(few).isLessThanOrEqualTo(12);
    }

    private static List<String> plans() {
        return ExplainingDriver.STATEMENTS.stream()
                .map(Explained::plan)
                .filter(plan -> !plan.isEmpty())
                .toList();
    }

    private static boolean uses(String plan, String index) {
        return plan.contains(" using " + index + " ") || plan.contains(" on " + index + " ");
    }

    private static void readsNoTableFromEndToEnd(String plan) {
        assertThat(plan).doesNotContain("Seq Scan on users");
    }
}
