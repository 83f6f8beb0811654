package com.learnamp.entra.console.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reviews and holds as an admin has them, in a browser. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class ReviewPagesIT {

    private NewCompany company;
    private StoredReview review;
    private Browser browser;

    @BeforeEach
    void openReview() {
        company = Operations.createCompany();
        review = StoredReview.open(company);
        browser = Browser.signedIn(company);
    }

    @Test
    void whatWaitsIsShownUnderNeedsAttentionAndLeadsToItsPeople() {
        review.people(51);

        Document attention = browser.page("/attention");

        assertThat(attention.select("h2").text())
                .contains("51 deactivations are waiting for your review");
        assertThat(attention.select("nav .count").text()).contains("51");
        assertThat(attention.select("a[href=" + review.page() + "]")).isNotEmpty();
        Document page = browser.page(review.page());
        assertThat(page.text()).contains("more than your limit of 20 people in 24 hours");
        assertThat(page.select("tbody tr")).hasSize(50);
        assertThat(page.select("tbody tr:first-child").text())
                .contains("Ruth Ainsley")
                .contains("No longer in the group");
        Document next = browser.page(page.select("a[rel=next]").attr("href"));
        assertThat(next.select("tbody tr")).hasSize(1);
        assertThat(browser.page("/reviews").text()).contains("51 deactivations");
    }

    @Test
    void theSelectedAreApprovedOnceTheirNumberIsTyped() {
        List<UUID> people = review.people(3);
        String confirm = review.page() + "/approve?id=" + people.get(0) + "&id=" + people.get(1);
        Document page = browser.page(confirm);
        assertThat(page.select("h1").text()).isEqualTo("Deactivate 2 people?");
        assertThat(page.text()).contains("This can’t be undone").contains("Type 2 to confirm");

        Response mistyped = decide(confirm, people.subList(0, 2), "3");

        assertThat(browser.follow(mistyped).text()).contains("That is not 2.");
        assertThat(people.stream().map(review::state)).containsOnly("review");

        Document done = browser.follow(decide(confirm, people.subList(0, 2), "2"));

        assertThat(done.text()).contains("Decided for 2 people");
        assertThat(people.stream().map(review::state))
                .containsExactly("asked approved", "asked approved", "review");
    }

    @Test
    void allAreKeptAndOneIsApprovedAfterAll() {
        List<UUID> people = review.people(2);
        String confirm = review.page() + "/reject?all=true";

        Document done =
                browser.follow(
                        browser.post(
                                confirm,
                                review.page() + "/reject",
                                Map.of("all", true, "count", 2)));

        assertThat(done.text()).contains("Decided for 2 people");
        assertThat(people.stream().map(review::state)).containsOnly("rejected");
        Document kept = browser.page(review.page() + "?rejected=true");
        assertThat(kept.select("tbody tr")).hasSize(2);
        assertThat(kept.select("tbody").text()).contains("Kept by");
        Document confirmed =
                browser.page(review.page() + "/approve?rejected=true&id=" + people.getFirst());
        assertThat(confirmed.select("h1").text()).isEqualTo("Deactivate 1 person?");
        assertThat(browser.page("/individuals/" + review.user(people.getFirst())).text())
                .contains("No longer in the group, and kept active by");
    }

    @Test
    void nobodyApprovesHisOwnDeactivation() {
        List<UUID> people = review.people(1);
        UUID self = review.person(company.owner());

        Document done =
                browser.follow(
                        browser.post(
                                review.page() + "/approve?all=true",
                                review.page() + "/approve",
                                Map.of("all", true, "count", 2, "typed", "2")));

        assertThat(done.text()).contains("for you another admin has to decide");
        assertThat(review.state(self)).isEqualTo("review");
        assertThat(review.state(people.getFirst())).isEqualTo("asked approved");
    }

    @Test
    void whatHasGrownMeanwhileIsLookedAtFirst() {
        review.people(2);

        Document done =
                browser.follow(
                        browser.post(
                                review.page() + "/approve?all=true",
                                review.page() + "/approve",
                                Map.of("all", true, "count", 1, "typed", "1")));

        assertThat(done.text()).contains("More people wait by now than you saw");
    }

    @Test
    void anotherCompanysReviewIsNotThere() {
        Browser stranger = Browser.signedIn(Operations.createCompany());

        stranger.get(review.page()).then().statusCode(404);
        stranger.get(review.page() + "/approve?all=true").then().statusCode(404);
        browser.get("/reviews/noah").then().statusCode(404);
    }

    @Test
    void somebodyIsHeldFromHisPageAndReleased() {
        UUID object = review.people(1).getFirst();
        String page = "/individuals/" + review.user(object);
        assertThat(browser.page(page).text()).contains("Waits for your review");

        browser.post(page, page + "/hold", Map.of("reason", "", "until", ""))
                .then()
                .statusCode(303);
        assertThat(browser.page(page + "?done=hold-problem").text()).contains("A reason is needed");
        browser.post(page, page + "/hold", Map.of("reason", "On leave", "until", "2999-01-31"));

        assertThat(browser.page(page).text())
                .contains("On leave. Held by")
                .contains("1 February 2999");

        browser.post(page, page + "/release", Map.of());

        assertThat(browser.page(page).text()).doesNotContain("Held by");
    }

    @Test
    void theLimitsAreSetOnTheirPageAndWhatIsWrongIsToldBesideTheField() {
        Document page = browser.page("/limits");
        assertThat(page.select("input[name=limitPeople]").attr("value")).isEqualTo("20");

        Response refused = limits("48", "", "", "many");
        refused.then().statusCode(400);
        assertThat(refused.asString())
                .contains("one of the two limits has to stay", "from 1 to 168", "value=\"many\"")
                .doesNotContain("from 0 to 2,160");
        Document saved = browser.follow(limits("48", "", "35", "24"));

        assertThat(saved.text()).contains("Saved.");
        assertThat(saved.select("input[name=graceHours]").attr("value")).isEqualTo("48");
        assertThat(saved.select("input[name=limitPercent]").attr("value")).isEmpty();
        assertThat(saved.select("input[name=limitPeople]").attr("value")).isEqualTo("35");
    }

    private Response limits(String grace, String percent, String people, String window) {
        return browser.post(
                "/limits",
                "/limits",
                Map.of(
                        "graceHours", grace,
                        "limitPercent", percent,
                        "limitPeople", people,
                        "windowHours", window));
    }

    private Response decide(String page, List<UUID> people, String typed) {
        return browser.post(
                page,
                review.page() + "/approve",
                Map.of("all", false, "count", people.size(), "typed", typed, "id", people));
    }
}
