package com.learnamp.entra.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invitations by hand: one row for each person, whatever is asked for how often. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class InviteByHandIT {

    private NewCompany company;

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
    }

    @Test
    void onePersonIsInvitedOnce() {
        long ada = StoredRows.person(company, "ada@marlowe.example");

        company.caller().post("/api/people/" + ada + "/invitation").then().statusCode(202);
        company.caller().post("/api/people/" + ada + "/invitation").then().statusCode(409);

        assertThat(invitations()).containsExactly(ada + " due");
    }

    @Test
    void manyAreInvitedEachOnce() {
        long ada = StoredRows.person(company, "ada@marlowe.example");
        long grace = StoredRows.person(company, "grace@marlowe.example");

        invite(Map.of("people", List.of(ada))).statusCode(202).body("invited", is(1));
        invite(Map.of("people", List.of(ada, grace))).statusCode(202).body("invited", is(1));

        assertThat(invitations()).containsExactly(ada + " due", grace + " due");
    }

    @Test
    void everybodyIsWhoeverNobodyHasInvitedYet() {
        long ada = StoredRows.person(company, "ada@marlowe.example");
        StoredRows.execute("UPDATE learnamp.users SET status = 'confirmed' WHERE id = ?", ada);
        StoredRows.execute(
                "UPDATE learnamp.users SET status = 'confirmed' WHERE id = ?", company.owner());
        long grace = StoredRows.person(company, "grace@marlowe.example");

        invite(Map.of("everybody", true)).statusCode(202).body("invited", is(1));

        assertThat(invitations()).containsExactly(grace + " due");
    }

    @Test
    void peopleOfAnotherCompanyAreNobody() {
        long ada = StoredRows.person(Operations.createCompany(), "ada@marlowe.example");

        company.caller().post("/api/people/" + ada + "/invitation").then().statusCode(409);
        invite(Map.of("people", List.of(ada))).statusCode(202).body("invited", is(0));
        invite(Map.of("people", "ada")).statusCode(400);
        invite(Map.of()).statusCode(400);
    }

    private ValidatableResponse invite(Map<String, ?> body) {
        return company.caller()
                .contentType("application/json")
                .body(body)
                .post("/api/invitations")
                .then();
    }

    private List<String> invitations() {
        return StoredRows.of(
                        "SELECT user_id || ' ' || state FROM provisioning.invitations WHERE"
                                + " company_id = ? ORDER BY user_id",
                        company.id())
                .stream()
                .map(String::valueOf)
                .toList();
    }
}
