package com.learnamp.entra.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.learnamp.entra.backing.BackingServices;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
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
class WriteUsersIT {

    private static final String CREATED = "{\"after\": \"%s\"}";

    private final StoredCompany company = StoredCompany.create();
    private long owner;
    private long sales;
    private long choir;

    @BeforeEach
    void anOwnerAndTwoTeams() {
        owner = company.person("owner@x.example", Map.of("role", "owner"));
        sales = company.team("Sales", Map.of("integration_external_id", "T-1"));
        choir = company.team("Choir", Map.of("integration_external_id", "T-2"));
    }

    @Test
    void aPersonIsCreatedAndInvited() {
        int id =
                writer().contentType(ContentType.JSON)
                        .body(
                                Map.of(
                                        "email", " TestUser@Test.com ",
                                        "firstName", "Test",
                                        "lastName", "User",
                                        "language", "fr",
                                        "role", "curator",
                                        "primaryTeamId", sales,
                                        "secondaryTeamIds", List.of(choir),
                                        "managerEmail", "OWNER@x.example",
                                        "hireDate", "2021-02-28",
                                        "integrationExternalId", "EPOS-1"))
                        .post("/v1/users")
                        .then()
                        .statusCode(201)
                        .body("email", equalTo("testuser@test.com"))
                        .body("firstName", equalTo("Test"))
                        .body("language", equalTo("fr"))
                        .body("role", equalTo("curator"))
                        .body("timeZone", equalTo("London"))
                        .body("hireDate", equalTo("2021-02-28"))
                        .body("status.status", equalTo("Not invited"))
                        .body("primaryTeam.id", equalTo((int) sales))
                        .body("secondaryTeams.id", contains((int) choir))
                        .body("manager.id", equalTo((int) owner))
                        .extract()
                        .path("id");

        assertThat(
                        company.texts(
                                "SELECT state FROM provisioning.invitations WHERE user_id = ?", id))
                .containsExactly("due");
        assertThat(history(id)).containsExactly("1 created admin");
        assertThat(events(id)).containsExactly("1 com.learnamp.user.created.v1");
        assertThat(
                        company.texts(
                                "SELECT changes ->> 'email' FROM provisioning.history WHERE user_id"
                                        + " = ?",
                                id))
                .containsExactly(CREATED.formatted("testuser@test.com"));
    }

    @Test
    void nobodyIsInvitedIfTheProgramSaysSo() {
        int id =
                writer().multiPart("email", "a@x.example")
                        .multiPart("firstName", "A")
                        .multiPart("lastName", "B")
                        .multiPart("secondaryTeamIds[]", sales)
                        .multiPart("secondaryTeamIds[]", choir)
                        .multiPart("skipInvitation", "true")
                        .post("/v1/users")
                        .then()
                        .statusCode(201)
                        .body("secondaryTeams.id", contains((int) sales, (int) choir))
                        .extract()
                        .path("id");

        assertThat(
                        company.texts(
                                "SELECT state FROM provisioning.invitations WHERE user_id = ?", id))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        writer().formParam("email", "")
                .post("/v1/users")
                .then()
                .statusCode(400)
                .body("fullErrors.email", contains("is empty"))
                .body("fullErrors.firstName", contains("is missing"))
                .body("fullErrors.lastName", contains("is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "email, no-address, is invalid",
        "email, a b@x.example, is invalid",
        "firstName, ' ', is empty",
        "language, xx, does not have a valid value",
        "role, owner, does not have a valid value",
        "hireDate, 2021-02-29, is invalid",
        "hireDate, soon, is invalid",
        "skipInvitation, perhaps, is invalid",
        "primaryTeamId, 0, must match existing teams IDs",
        "primaryTeamId, x, must match existing teams IDs",
        "primaryTeamIntegrationExternalId, T-9, must match existing teams integration external IDs",
        "secondaryTeamIds, 0, must match existing teams IDs",
        "managerId, 0, must match an existing user ID within your company",
        "managerEmail, nobody@x.example, must match an existing user email within your company",
        "customFields, Employee ID, names an unknown custom field",
        "colour, blue, is not a known parameter"
    })
    void whatCantBeTakenIsNamedAndNobodyIsMade(String parameter, String value, String error) {
        Map<String, String> form =
                new HashMap<>(Map.of("email", "a@x.example", "firstName", "A", "lastName", "B"));
        form.put(parameter, value);

        writer().formParams(form)
                .post("/v1/users")
                .then()
                .statusCode(400)
                .body("error", equalTo(parameter + " " + error))
                .body("fullErrors." + parameter, contains(error));
        assertThat(
                        company.texts(
                                "SELECT email FROM learnamp.users WHERE company_id = ?",
                                company.id().value()))
                .containsExactly("owner@x.example");
    }

    @Test
    void customFieldsAreWrittenByTheirNames() {
        company.texts(
                "INSERT INTO learnamp.custom_fields (company_id, name, type, required, options)"
                        + " VALUES (?, 'Cost centre', 'text', true, '{}'), (?, 'Shift', 'choice',"
                        + " false, '{Day,Night}'), (?, 'Staff number', 'number', false, '{}')"
                        + " RETURNING name",
                company.id().value(),
                company.id().value(),
                company.id().value());
        long ann = company.person("ann@x.example");

        writer().contentType(ContentType.JSON)
                .body(
                        """
                        {"customFields": [{"name": "cost centre", "value": "CC-1"}, {"name": "Shift", "value": "night"},
                                          {"name": "Staff number", "value": 4711}]}
                        """)
                .put("/v1/users/{id}", ann)
                .then()
                .statusCode(200)
                .body("customFields.name", contains("Cost centre", "Shift", "Staff number"))
                .body("customFields.value", contains("CC-1", "Night", "4711"));
        writer().formParam("customFields[][name]", "Shift")
                .formParam("customFields[][value]", "")
                .put("/v1/users/{id}", ann)
                .then()
                .statusCode(200)
                .body("customFields.name", contains("Cost centre", "Staff number"));

        assertThat(
                        company.texts(
                                "SELECT changes::text FROM provisioning.history WHERE user_id = ?"
                                        + " ORDER BY change_number DESC LIMIT 1",
                                ann))
                .singleElement()
                .asString()
                .contains("customFields.Shift", "Night")
                .doesNotContain("Cost centre");
        refusesCustomField(ann, "Cost centre", "", "Cost centre can't be cleared");
        refusesCustomField(ann, "Shift", "Dusk", "Shift must be one of Day, Night");
        refusesCustomField(
                ann, "Staff number", "x", "Staff number: \"x\" is no number; write it as 1234.5.");
        refusesCustomField(ann, "Colour", "blue", "names an unknown custom field");
    }

    private void refusesCustomField(long person, String name, String value, String error) {
        writer().formParam("customFields[][name]", name)
                .formParam("customFields[][value]", value)
                .put("/v1/users/{id}", person)
                .then()
                .statusCode(400)
                .body("error", equalTo("customFields " + error))
                .body("fullErrors.customFields", contains(error));
    }

    @Test
    void whatIsTakenIsRefusedInTheDocumentedWords() {
        long ann = company.person("ann@x.example", Map.of("integration_external_id", "E-1"));
        long ben = company.person("ben@x.example");

        writer().formParam("email", "ANN@x.example")
                .put("/v1/users/{id}", ben)
                .then()
                .statusCode(400)
                .body("error", equalTo("Validation failed: Email has already been taken"))
                .body("fullErrors.email", contains("has already been taken"));
        writer().formParam("integrationExternalId", "E-1")
                .put("/v1/users/{id}", ben)
                .then()
                .statusCode(400)
                .body(
                        "error",
                        equalTo(
                                "Validation failed: Integration external id has already been"
                                        + " taken"));
        writer().formParams("email", "ann@x.example", "integrationExternalId", "E-1")
                .put("/v1/users/{id}", ann)
                .then()
                .statusCode(200);
        assertThat(history(ann)).isEmpty();
    }

    @Test
    void twoWaysToSayOneThingExcludeEachOther() {
        long ben = company.person("ben@x.example");

        writer().formParams("managerId", owner, "managerEmail", "owner@x.example")
                .put("/v1/users/{id}", ben)
                .then()
                .statusCode(400)
                .body(
                        "$",
                        equalTo(Map.of("error", "managerId, managerEmail are mutually exclusive")));
    }

    @Test
    void anUpdateChangesWhatItNamesAndTellsWhatChanged() {
        long ben =
                company.person(
                        "ben@x.example",
                        Map.of(
                                "integration_external_id", "HR/1",
                                "job_title", "Developer",
                                "location", "Leeds",
                                "primary_team_id", sales,
                                "manager_id", owner));
        company.secondaryMember(choir, ben);

        writer().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(
                        "{\"jobTitle\": \"Senior Developer\", \"location\": null, \"firstName\":"
                                + " \"Ada\", \"primaryTeamIntegrationExternalId\": \"T-2\","
                                + " \"secondaryTeamIds\": [], \"managerId\": \"\"}")
                .put("/v1/users/by_integration_external_id/HR%2F1")
                .then()
                .statusCode(200)
                .body("id", equalTo((int) ben))
                .body("jobTitle", equalTo("Senior Developer"))
                .body("location", nullValue())
                .body("primaryTeam.id", equalTo((int) choir))
                .body("secondaryTeams", is(List.of()))
                .body("manager", nullValue())
                .body("integrationExternalId", equalTo("HR/1"));

        assertThat(history(ben)).containsExactly("1 updated admin");
        assertThat(events(ben)).containsExactly("1 com.learnamp.user.updated.v1");
        assertThat(
                        company.texts(
                                "SELECT k FROM provisioning.history, jsonb_object_keys(changes) k"
                                        + " WHERE user_id = ? ORDER BY k",
                                ben))
                .containsExactly(
                        "jobTitle", "location", "manager", "primaryTeam", "secondaryTeams");
    }

    @Test
    void whatChangesNothingTouchesNothing() {
        long ben = company.person("ben@x.example", Map.of("job_title", "Developer"));
        List<String> before =
                company.texts("SELECT xmin::text FROM learnamp.users WHERE id = ?", ben);

        writer().formParams("jobTitle", "Developer", "location", "", "reactivate", "true")
                .put("/v1/users/{id}", ben)
                .then()
                .statusCode(200);

        assertThat(company.texts("SELECT xmin::text FROM learnamp.users WHERE id = ?", ben))
                .isEqualTo(before);
        assertThat(history(ben)).isEmpty();
        assertThat(events(ben)).isEmpty();
    }

    @Test
    void aDeactivationEndsMembershipsAndHandsReportsToAnOwner() {
        long ben = company.person("ben@x.example", Map.of("primary_team_id", sales));
        company.secondaryMember(choir, ben);
        long cleo = company.person("cleo@x.example", Map.of("manager_id", ben));

        writer().put("/v1/users/{id}/deactivate", ben).then().statusCode(204);

        reader().get("/v1/users/{id}", ben)
                .then()
                .body("status.status", equalTo("Deactivated"))
                .body("primaryTeam", nullValue())
                .body("secondaryTeams", is(List.of()));
        reader().get("/v1/users/{id}", cleo).then().body("manager.id", equalTo((int) owner));
        assertThat(history(ben)).containsExactly("1 deactivated admin");
        assertThat(events(ben)).containsExactly("1 com.learnamp.user.deactivated.v1");
        assertThat(events(cleo)).containsExactly("1 com.learnamp.user.updated.v1");
    }

    @Test
    void aReactivationBringsBackTheStatusAndNothingElse() {
        long ben = company.person("ben@x.example", Map.of("primary_team_id", sales));
        writer().put("/v1/users/{id}/deactivate", ben).then().statusCode(204);
        writer().put("/v1/users/{id}/deactivate", ben).then().statusCode(204);

        writer().put("/v1/users/{id}/reactivate", ben).then().statusCode(204);
        writer().put("/v1/users/{id}/reactivate", ben).then().statusCode(204);

        reader().get("/v1/users/{id}", ben)
                .then()
                .body("status.status", equalTo("Confirmed"))
                .body("primaryTeam", nullValue());
        assertThat(history(ben)).containsExactly("1 deactivated admin", "2 reactivated admin");
        assertThat(events(ben))
                .containsExactly(
                        "1 com.learnamp.user.deactivated.v1", "2 com.learnamp.user.reactivated.v1");
    }

    @Test
    void theLastActiveOwnerStays() {
        writer().put("/v1/users/{id}/deactivate", owner)
                .then()
                .statusCode(422)
                .body("error", containsString("Owner must stay active"));
        writer().formParam("role", "admin").put("/v1/users/{id}", owner).then().statusCode(422);
        assertThat(history(owner)).isEmpty();

        company.person("second@x.example", Map.of("role", "owner"));
        writer().put("/v1/users/{id}/deactivate", owner).then().statusCode(204);
    }

    @Test
    void nobodyIsManagedByHimselfOrByWhoeverHasLeft() {
        long ben = company.person("ben@x.example");
        long gone = company.person("gone@x.example");
        writer().put("/v1/users/{id}/deactivate", gone).then().statusCode(204);

        writer().formParam("managerId", ben)
                .put("/v1/users/{id}", ben)
                .then()
                .statusCode(400)
                .body("error", equalTo("managerId must be somebody else"));
        writer().formParam("managerEmail", "gone@x.example")
                .put("/v1/users/{id}", ben)
                .then()
                .statusCode(400);
    }

    @Test
    void anUnknownOccupationIsUnprocessable() {
        long ben = company.person("ben@x.example");
        company.person("eve@x.example", Map.of("occupation_role", "Baker"));

        writer().formParam("occupationRole", "Wizard")
                .put("/v1/users/{id}", ben)
                .then()
                .statusCode(422)
                .body(
                        "$",
                        equalTo(
                                Map.of(
                                        "error",
                                        "occupationRole does not match an existing role in your"
                                                + " company")));
        writer().formParam("occupationRole", "Baker")
                .put("/v1/users/{id}", ben)
                .then()
                .statusCode(200)
                .body("occupationRole", equalTo("Baker"));
    }

    @Test
    void anotherCompanysPeopleAndTeamsAreOutOfReach() {
        StoredCompany other = StoredCompany.create();
        long stranger = other.person("s@x.example", Map.of("integration_external_id", "E-1"));
        long team = other.team("Theirs", Map.of());
        long ben = company.person("ben@x.example");

        writer().formParam("jobTitle", "x").put("/v1/users/{id}", stranger).then().statusCode(404);
        writer().formParam("jobTitle", "x")
                .put("/v1/users/by_integration_external_id/E-1")
                .then()
                .statusCode(404);
        writer().put("/v1/users/{id}/deactivate", stranger).then().statusCode(404);
        writer().put("/v1/users/{id}/reactivate", stranger).then().statusCode(404);
        writer().formParam("primaryTeamId", team).put("/v1/users/{id}", ben).then().statusCode(400);
        writer().formParam("managerId", stranger).put("/v1/users/{id}", ben).then().statusCode(400);
        writer().formParams("email", "s@x.example", "integrationExternalId", "E-1")
                .put("/v1/users/{id}", ben)
                .then()
                .statusCode(200);
    }

    @Test
    void eachActNeedsItsScope() {
        long ben = company.person("ben@x.example");

        reader().formParam("email", "x@x.example").post("/v1/users").then().statusCode(403);
        reader().formParam("jobTitle", "x").put("/v1/users/{id}", ben).then().statusCode(403);
        reader().put("/v1/users/{id}/deactivate", ben).then().statusCode(403);
        company.caller(Scopes.USERS_DEACTIVATE)
                .put("/v1/users/{id}/reactivate", ben)
                .then()
                .statusCode(403);
    }

    private RequestSpecification reader() {
        return company.caller(Scopes.USERS_READ);
    }

    private RequestSpecification writer() {
        return company.caller(
                Scopes.USERS_CREATE,
                Scopes.USERS_UPDATE,
                Scopes.USERS_DEACTIVATE,
                Scopes.USERS_REACTIVATE);
    }

    private List<String> history(long user) {
        return company.texts(
                "SELECT change_number || ' ' || kind || ' ' || cause FROM provisioning.history WHERE"
                        + " user_id = ? ORDER BY change_number",
                user);
    }

    private List<String> events(long user) {
        return company.texts(
                "SELECT (headers ->> 'ce_id') || ' ' || (headers ->> 'ce_type') FROM"
                        + " provisioning.outbox WHERE topic = 'learnamp.user-events.v1' AND"
                        + " convert_from(payload, 'UTF8')::jsonb ->> 'user' = ?::text ORDER BY id",
                Long.toString(user));
    }
}
