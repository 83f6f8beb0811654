package com.learnamp.entra.console.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin's word on who somebody in Entra is. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class ChooseIdentityIT {

    private final UUID object = UUID.randomUUID();
    private final String email = object + "@marlowe.example";
    private NewCompany company;
    private long holder;

    @BeforeEach
    void connectCompany() {
        company = Operations.createCompany();
        company.connect();
        holder = StoredRows.person(company, email);
    }

    @Test
    void whoWaitsIsListedWithTheHolderOfTheAddressAndWhatCanBeChosen() {
        waits("holder_gone", null);

        company.caller()
                .get("/api/attention?reason=holder_gone")
                .then()
                .statusCode(200)
                .body("attention", hasSize(1))
                .body("attention[0].objectId", equalTo(object.toString()))
                .body("attention[0].personId", nullValue())
                .body("attention[0].holder.id", equalTo((int) holder))
                .body("attention[0].choices", contains("same_person", "new_person"))
                .body("next", nullValue());
    }

    @Test
    void theChoiceIsKeptAndThePersonIsLookedAtAnew() {
        waits("holder_gone", null);

        choose("new_person").statusCode(202);
        choose("same_person").statusCode(202);

        assertThat(
                        StoredRows.of(
                                "SELECT user_id || ' ' || choice FROM"
                                        + " provisioning.identity_choices WHERE object_id = ?",
                                object))
                .containsExactly(holder + " same_person");
    }

    @Test
    void whatIsNotOfferedIsNotTaken() {
        choose("same_person").statusCode(409).body("error", containsString("/api/attention"));
        waits("link_unconfirmed", null);

        choose("new_person").statusCode(409);
        choose("somebody").statusCode(400).body("fullErrors.choice", hasSize(1));
        choose("same_person").statusCode(202);
    }

    @Test
    void twoPeopleAreNeverMadeOne() {
        waits("holder_gone", StoredRows.person(company, "other." + email));

        choose("same_person").statusCode(409);
        choose("new_person").statusCode(202);
    }

    @Test
    void anotherCompanyHasNoSay() {
        waits("holder_gone", null);

        Operations.createCompany()
                .caller()
                .contentType("application/json")
                .body(Map.of("choice", "same_person"))
                .post("/api/attention/" + object + "/identity")
                .then()
                .statusCode(409);
    }

    @Test
    void thePageOffersTheChoice() {
        waits("holder_gone", null);
        Browser browser = Browser.signedIn(company);

        browser.post(
                        "/attention",
                        "/attention/" + object + "/identity",
                        Map.of("choice", "same_person"))
                .then()
                .statusCode(303);

        assertThat(
                        StoredRows.of(
                                "SELECT choice FROM provisioning.identity_choices WHERE object_id"
                                        + " = ?",
                                object))
                .isEqualTo(List.of("same_person"));
    }

    private ValidatableResponse choose(String choice) {
        return company.caller()
                .contentType("application/json")
                .body(Map.of("choice", choice))
                .post("/api/attention/" + object + "/identity")
                .then();
    }

    private void waits(String reason, @Nullable Long user) {
        StoredRows.execute(
                "INSERT INTO provisioning.ledger (company_id, object_id, epoch, counter, state,"
                        + " user_id, observed_at, claimed_email) VALUES (?, ?, 1, 0, 'in_scope', ?,"
                        + " now(), ?)",
                company.id(),
                object,
                user,
                email);
        StoredRows.execute(
                "INSERT INTO provisioning.attention (company_id, object_id, reason, detail, epoch,"
                        + " counter) VALUES (?, ?, ?, ?, 1, 0)",
                company.id(),
                object,
                reason,
                email);
    }
}
