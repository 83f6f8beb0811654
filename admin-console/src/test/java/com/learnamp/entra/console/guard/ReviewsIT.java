package com.learnamp.entra.console.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reviews and holds as programs have them. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class ReviewsIT {

    private NewCompany company;
    private StoredReview review;

    @BeforeEach
    void openReview() {
        company = Operations.createCompany();
        review = StoredReview.open(company);
    }

    @Test
    void aReviewTellsWhoWaitsWhyAndWhatWouldBeLost() {
        List<UUID> people = review.people(2);
        long manager = review.user(people.getFirst());
        StoredReview.execute(
                """
                WITH team AS (INSERT INTO learnamp.teams (company_id, name) VALUES (?, 'Leeds') RETURNING id)
                UPDATE learnamp.users SET primary_team_id = team.id, role = 'reporter' FROM team WHERE users.id = ?
                """,
                company.id(),
                manager);
        StoredReview.execute(
                "UPDATE learnamp.users SET manager_id = ? WHERE id = ?", manager, company.owner());

        company.caller()
                .get("/api/reviews")
                .then()
                .statusCode(200)
                .body("reviews", hasSize(1))
                .body("reviews[0].id", equalTo(review.id().toString()))
                .body("reviews[0].cause", equalTo("over_limit"))
                .body("reviews[0].waiting", equalTo(2));
        company.caller()
                .get(review.path())
                .then()
                .statusCode(200)
                .body("review.mostPeople", equalTo(20))
                .body("consequences.people", equalTo(2))
                .body("consequences.teamPlaces", equalTo(1))
                .body("consequences.managed", equalTo(1))
                .body("consequences.aboveViewer", equalTo(1))
                .body(
                        "consequences.deletedByLearnAmp",
                        contains("tasks", "event_enrolments", "objectives", "purchase_requests"));
        company.caller()
                .get(review.path() + "/people")
                .then()
                .statusCode(200)
                .body("people", hasSize(2))
                .body("people.find { it.userId == " + manager + " }.manages", equalTo(1))
                .body("people.find { it.userId == " + manager + " }.teams", equalTo(1))
                .body("people.find { it.userId == " + manager + " }.role", equalTo("reporter"))
                .body("people[0].name", equalTo("Ruth Ainsley"))
                .body("people[0].reason", equalTo("left_the_group"));
    }

    @Test
    void fiveThousandPeopleAreReadPageByPageEachOnce() {
        review.people(5_000);
        Set<String> read = new HashSet<>();
        @Nullable String after = "";
        int pages = 0;

        while (after != null) {
            JsonPath page =
                    company.caller()
                            .get(review.path() + "/people?limit=500&after=" + after)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            read.addAll(page.getList("people.objectId"));
            after = page.getString("after");
            pages++;
        }

        assertThat(read).hasSize(5_000);
        assertThat(pages).isEqualTo(10);
    }

    @Test
    void someAreApprovedSomeAreRejectedAndARejectedOneIsApprovedAfterAll() {
        List<UUID> people = review.people(3);

        post("/approve", Map.of("people", List.of(people.get(0))))
                .statusCode(200)
                .body("decided", equalTo(1))
                .body("waiting", equalTo(2));
        post("/reject", Map.of("people", List.of(people.get(1))))
                .statusCode(200)
                .body("decided", equalTo(1))
                .body("waiting", equalTo(1));

        assertThat(people.stream().map(review::state))
                .containsExactly("asked approved", "rejected", "review");
        company.caller()
                .get(review.path() + "/people?rejected=true")
                .then()
                .body("people.objectId", contains(people.get(1).toString()))
                .body("people[0].decidedBy", equalTo(company.clientId()));

        post("/approve", Map.of("people", List.of(people.get(1)))).body("decided", equalTo(1));

        assertThat(review.state(people.get(1))).isEqualTo("asked approved");
        post("/approve", Map.of("people", List.of(people.get(1)))).body("decided", equalTo(0));
    }

    @Test
    void allAreApprovedOnlyIfTheyAreNotMoreThanWereSeen() {
        List<UUID> people = review.people(3);

        post("/approve", Map.of("allWaiting", 2))
                .statusCode(409)
                .body("error", containsString("3 people wait by now"));
        assertThat(people.stream().map(review::state)).containsOnly("review");

        post("/approve", Map.of("allWaiting", 3))
                .statusCode(200)
                .body("decided", equalTo(3))
                .body("waiting", equalTo(0));
        assertThat(people.stream().map(review::state)).containsOnly("asked approved");
    }

    @Test
    void whoeverIsApprovedStaysActiveForTheGracePeriod() {
        List<UUID> people = review.people(1);
        company.caller()
                .contentType("application/json")
                .body(Map.of("graceHours", 48))
                .put("/api/guard")
                .then()
                .statusCode(200);

        post("/approve", Map.of("allWaiting", 1)).statusCode(200);

        assertThat(review.state(people.getFirst())).isEqualTo("grace approved later");
    }

    @Test
    void aDecisionThatSaysNotForWhomIsRefused() {
        review.people(1);

        post("/approve", Map.of())
                .statusCode(400)
                .body("fullErrors.people[0]", containsString("must be given, or allWaiting"));
        post("/approve", Map.of("people", List.of("noah"), "allWaiting", 1))
                .statusCode(400)
                .body("fullErrors.people[0]", containsString("and not both"));
        post("/approve", Map.of("people", List.of("noah")))
                .statusCode(400)
                .body("fullErrors.people[0]", containsString("is not a GUID"));
        post("/approve", Map.of("people", "all"))
                .statusCode(400)
                .body("fullErrors.people[0]", containsString("must be a list of texts"));
    }

    @Test
    void anotherCompanysReviewIsNotThere() {
        List<UUID> people = review.people(1);
        NewCompany other = Operations.createCompany();

        other.caller().get(review.path()).then().statusCode(404);
        other.caller().get(review.path() + "/people").then().statusCode(404);
        other.caller()
                .contentType("application/json")
                .body(Map.of("allWaiting", 1))
                .post(review.path() + "/approve")
                .then()
                .statusCode(404);
        given().get(review.path()).then().statusCode(401);
        assertThat(review.state(people.getFirst())).isEqualTo("review");
        Operations.caller().get(company.at("/reviews/" + review.id())).then().statusCode(200);
    }

    @Test
    void somebodyIsHeldWithAReasonAndReleased() {
        hold(Map.of(
                        "userId",
                        company.owner(),
                        "reason",
                        "on leave",
                        "until",
                        "2999-01-31T17:00:00Z"))
                .statusCode(201)
                .body("reason", equalTo("on leave"))
                .body("heldBy", equalTo(company.clientId()));
        company.caller()
                .get("/api/holds")
                .then()
                .statusCode(200)
                .body("holds", hasSize(1))
                .body("holds[0].userId", equalTo((int) company.owner()))
                .body("holds[0].until", equalTo("2999-01-31T17:00:00Z"));

        company.caller().delete("/api/holds/" + company.owner()).then().statusCode(204);

        company.caller().delete("/api/holds/" + company.owner()).then().statusCode(404);
        company.caller().get("/api/holds").then().body("holds", hasSize(0));
    }

    @Test
    void aHoldWithoutAReasonOrOfAStrangerIsRefused() {
        hold(Map.of("reason", " ", "until", "2001-01-01T00:00:00Z"))
                .statusCode(400)
                .body("fullErrors.userId[0]", equalTo("is missing"))
                .body("fullErrors.reason[0]", equalTo("is missing"))
                .body("fullErrors.until[0]", containsString("must be a time to come"));
        hold(Map.of("userId", Operations.createCompany().owner(), "reason", "on leave"))
                .statusCode(400)
                .body("fullErrors.userId[0]", equalTo("is nobody of this company"));
    }

    private ValidatableResponse hold(Map<String, ?> body) {
        return company.caller()
                .contentType("application/json")
                .body(body)
                .post("/api/holds")
                .then();
    }

    private ValidatableResponse post(String what, Map<String, ?> body) {
        return company.caller()
                .contentType("application/json")
                .body(body)
                .post(review.path() + what)
                .then();
    }
}
