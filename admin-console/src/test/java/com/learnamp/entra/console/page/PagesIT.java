package com.learnamp.entra.console.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class PagesIT {

    private NewCompany company;
    private Browser browser;

    @BeforeEach
    void signIn() {
        company = Operations.createCompany();
        browser = Browser.signedIn(company);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/overview",
                "/setup",
                "/runs",
                "/individuals",
                "/individuals/1",
                "/attention",
                "/invitations",
                "/ops/companies"
            })
    void aPageAsksWhoeverIsNotSignedInToDoSoAndLeadsBackThere(String path) {
        Browser stranger = new Browser();

        Response sentAway = stranger.get(path);

        sentAway.then().statusCode(303);
        Document form = stranger.page(Browser.pathOf(sentAway));
        assertThat(form.select("input[name=to]").attr("value")).isEqualTo(path);
        Response signedIn =
                stranger.send(
                        "/sign-in",
                        Map.of(
                                "email",
                                company.email(),
                                "password",
                                NewCompany.PASSWORD,
                                "to",
                                path));
        assertThat(Browser.pathOf(signedIn)).isEqualTo(path);
    }

    @Test
    void signingInBeginsANewSessionAndEndsTheOldOne() {
        String before = browser.cookie("console_session");
        Browser planted = new Browser();
        planted.setCookie("console_session", before);

        planted.signIn(company.email(), NewCompany.PASSWORD).then().statusCode(303);

        assertThat(planted.cookie("console_session")).isNotEqualTo(before);
        browser.get("/overview").then().statusCode(303);
    }

    @Test
    void aPasswordCanBeGuessedOnlySoOften() {
        Browser stranger = new Browser();
        for (int guess = 0; guess < 10; guess++) {
            stranger.signIn(company.email(), "guess " + guess).then().statusCode(401);
        }

        stranger.signIn(company.email(), NewCompany.PASSWORD).then().statusCode(401);
    }

    @Test
    void aWrongPasswordIsToldInTheSameWordsAsAnAddressThatNobodyHas() {
        Browser stranger = new Browser();

        Response wrong = stranger.signIn(company.email(), "a wrong one");
        Response nobody = stranger.signIn("nobody@marlowehythe.example", "a wrong one");

        wrong.then().statusCode(401);
        nobody.then().statusCode(401);
        assertThat(stranger.follow(wrong).select("[role=alert]").text())
                .isNotEmpty()
                .isEqualTo(stranger.follow(nobody).select("[role=alert]").text());
        assertThat(stranger.follow(wrong).select("#email").attr("value"))
                .isEqualTo(company.email());
    }

    @Test
    void signingInLeadsNowhereElse() {
        for (String elsewhere : List.of("https://evil.example/", "//evil.example", "/\\evil")) {
            Response signedIn =
                    new Browser()
                            .send(
                                    "/sign-in",
                                    Map.of(
                                            "email",
                                            company.email(),
                                            "password",
                                            NewCompany.PASSWORD,
                                            "to",
                                            elsewhere));

            signedIn.then().statusCode(303);
            assertThat(Browser.pathOf(signedIn)).as(elsewhere).isEqualTo("/");
            assertThat(signedIn.header("Location")).doesNotContain("evil");
        }
    }

    @Test
    void aSessionEndsWithSigningOut() {
        String cookie = browser.cookie("console_session");
        browser.post("/setup", "/sign-out", Map.of()).then().statusCode(303);

        browser.get("/setup").then().statusCode(303);
        Browser thief = new Browser();
        thief.setCookie("console_session", cookie);
        thief.get("/setup").then().statusCode(303);
    }

    @Test
    void noFormIsTakenWithoutTheTokenOfItsPage() {
        Map<String, String> directory =
                Map.of(
                        "tenantId", "11111111-1111-4111-8111-111111111111",
                        "groupId", "22222222-2222-4222-8222-222222222222");

        browser.send("/setup/directory", directory).then().statusCode(403);
        browser.send("/runs", Map.of()).then().statusCode(403);
        browser.send("/sign-out", Map.of("csrf", "of another page")).then().statusCode(403);

        assertThat(browser.page("/setup").select("#tenantId").attr("value")).isEmpty();
    }

    @Test
    void aMistakeIsToldBesideItsFieldAndWhatWasEnteredIsKept() {
        Response refused =
                browser.post(
                        "/setup",
                        "/setup/directory",
                        Map.of("tenantId", "contoso", "groupId", "<b>sales</b>"));

        refused.then().statusCode(400);
        Document page = browser.follow(refused);
        for (String field : List.of("tenantId", "groupId")) {
            var input = page.select("#" + field);
            assertThat(input.attr("aria-invalid")).isEqualTo("true");
            String problem = input.attr("aria-describedby").split(" ")[1];
            assertThat(page.select("#" + problem).text()).contains("It has the form ");
            assertThat(page.select("[role=alert] a[href=#" + field + "]").text()).isNotEmpty();
        }
        assertThat(page.select("#tenantId").attr("value")).isEqualTo("contoso");
        assertThat(page.select("#groupId").attr("value")).isEqualTo("<b>sales</b>");
    }

    @Test
    void whatIsOfAnotherCompanyIsNotThere() {
        String run = company.connect().extract().path("run.id");
        Browser neighbour = Browser.signedIn(Operations.createCompany());

        browser.get("/runs/" + run).then().statusCode(200);
        for (String path :
                List.of(
                        "/runs/" + run,
                        "/runs/" + run + "/events",
                        "/individuals/" + company.owner(),
                        "/individuals/" + company.owner() + "/photo/" + "0".repeat(64),
                        "/ops/companies",
                        "/ops/companies/" + company.id() + "/overview")) {
            neighbour.get(path).then().statusCode(404);
        }
        assertThat(
                        Browser.pathOf(
                                neighbour.post(
                                        "/setup",
                                        "/individuals/" + company.owner() + "/sync",
                                        Map.of())))
                .endsWith("?done=not-followed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs/not-a-run",
                "/runs/11111111-1111-4111-8111-111111111111",
                "/individuals/999999999999999999",
                "/individuals/none",
                "/nothing/here",
                "/ops/companies/x/overview"
            })
    void whatIsNotThereIsSaidOnAPage(String path) {
        Response missing = browser.get(path);

        missing.then().statusCode(404);
        Document page = browser.follow(missing);
        assertThat(page.select("h1").text()).isEqualTo("Not found");
        assertThat(page.select("a[href=/]").text()).isNotEmpty();
    }

    @Test
    void aPageThatFailsSaysSoWithANumberToTell() throws Exception {
        execute("ALTER TABLE provisioning.attention RENAME TO attention_elsewhere");
        try {
            Response failed = browser.get("/overview");

            failed.then().statusCode(500);
            assertThat(browser.follow(failed).select("main").text())
                    .contains("Something went wrong")
                    .containsPattern("[0-9a-f]{8}-[0-9a-f]{4}-")
                    .doesNotContain("attention", "SQL");
        } finally {
            execute("ALTER TABLE provisioning.attention_elsewhere RENAME TO attention");
        }
        browser.get("/overview").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/individuals?q=%00&status=nothing&after=x&before=-1&invited=x",
                "/individuals?q=a",
                "/individuals?after=999999999999999999&before=1",
                "/individuals/invite?id=x&id=999999999999999999&from=//elsewhere",
                "/runs?before=yesterday",
                "/invitations?list=nothing&after=x&before=999999999999999999&invited=x",
                "/setup?saved=x&notice=%3Cscript%3E"
            })
    void oddQueriesAreAnsweredWithAPage(String path) {
        browser.get(path).then().statusCode(200);
    }

    @Test
    void pagesRunNoScriptOfTheirTextsAndAreShownInNoFrame() {
        Response page = browser.get("/setup");

        String policy = page.header("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "*");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cache-Control")).contains("no-store");
        Document html = browser.follow(page);
        assertThat(html.select("script:not([src])")).isEmpty();
        assertThat(
                        html.getAllElements().stream()
                                .flatMap(element -> element.attributes().asList().stream())
                                .filter(attribute ->
                                        attribute.getKey().startsWith("on")
                                                || attribute.getKey().startsWith("hx-on")))
                .isEmpty();
    }

    @Test
    void aRunIsFollowedLiveToItsEnd() throws Exception {
        String run = company.connect().extract().path("run.id");
        assertThat(browser.page("/runs/" + run).select("[sse-connect]").attr("sse-connect"))
                .isEqualTo("/runs/" + run + "/events");
        end(run);

        for (int times = 0; times < 5; times++) {
            String events =
                    given().cookie("console_session", browser.cookie("console_session"))
                            .get("/runs/" + run + "/events")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString();

            assertThat(events).contains("event:progress", "Finished", "event:done");
        }
    }

    @Test
    void everyLinkAndEveryFormLeadsSomewhere() throws Exception {
        end(company.connect().extract().path("run.id"));
        Deque<String> ahead = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new TreeSet<>(ahead);
        Set<String> forms = new TreeSet<>();

        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            Document page = browser.follow(browser.get(path));
            assertThat(page.select("h1").text()).as(path).isNotEmpty();
            page.select("form[method=post]").forEach(form -> forms.add(local(form, "action")));
            page.select("a[href], form:not([method=post])").stream()
                    .map(link -> local(link, link.hasAttr("href") ? "href" : "action"))
                    .filter(target -> !target.isEmpty() && seen.add(target))
                    .forEach(ahead::add);
        }

        assertThat(seen).contains("/overview", "/runs", "/individuals", "/attention", "/setup");
        seen.forEach(path -> assertThat(browser.get(path).statusCode()).as(path).isIn(200, 303));
        assertThat(forms).contains("/runs", "/setup/directory", "/sign-out");
        forms.forEach(path ->
                assertThat(browser.send(path, Map.of()).statusCode()).as(path).isNotIn(404, 405));
    }

    /** Within the console; empty if it leads elsewhere. */
    private static String local(Element element, String attribute) {
        URI target = URI.create(element.absUrl(attribute));
        return target.getPort() == RestAssured.port
                ? target.getRawPath()
                        + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery())
                : "";
    }

    private static void end(String run) throws Exception {
        execute(
                "UPDATE provisioning.sync_runs SET state = 'finished', ended_at = now() WHERE id ="
                        + " '"
                        + run
                        + "'");
    }

    private static void execute(String sql) throws Exception {
        try (var store = BackingServices.connectToStore();
                var statement = store.createStatement()) {
            statement.execute(sql);
        }
    }
}
