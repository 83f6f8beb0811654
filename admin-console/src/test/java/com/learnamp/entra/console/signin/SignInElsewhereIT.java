package com.learnamp.entra.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.SimulatedGraph;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.SimulatedLogin;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in at a provider in place of a password, from the link on the page to the session. */
@QuarkusTest
@TestProfile(SignInElsewhereProfile.class)
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "admin_console"),
            @ResourceArg(name = "simulator", value = "true")
        })
class SignInElsewhereIT {

    private static int nextPerson;

    @SuppressWarnings("NullAway.Init")
    private SimulatedGraph graph;

    private Entry person;
    private final Browser browser = new Browser();

    /** Another one for each test, since their companies stay. */
    @BeforeEach
    void choosePerson() {
        List<Entry> people =
                graph.simulator()
                        .directory()
                        .now()
                        .list(
                                entry ->
                                        entry.kind() == ObjectKind.USER
                                                && entry.object().text("mail").isPresent(),
                                -1,
                                20);
        person = people.get(nextPerson++);
    }

    @Test
    void anOwnersAddressOpensHisCompanyAndTheSessionIsNew() {
        createCompany();
        browser.setCookie("console_session", "planted by somebody");
        Document page = browser.page("/sign-in?to=/individuals");
        assertThat(page.select("input[name=password]")).isEmpty();

        Response away = browser.get(page.select("main a.btn").attr("href"));
        Response back = browser.get(signInAt(away));

        assertThat(SimulatedLogin.parameters(URI.create(away.header("Location"))))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("response_type", "code")
                .containsKeys("state", "nonce");
        back.then().statusCode(303);
        assertThat(Browser.pathOf(back)).isEqualTo("/individuals");
        assertThat(browser.cookie("console_session")).isNotEqualTo("planted by somebody");
        assertThat(browser.page("/individuals").select(".side-foot").text())
                .contains("Helen Marsh");
    }

    @Test
    void somebodyWhoIsNoOwnerOrAdminIsToldSo() {
        Response back = browser.get(signInAt(browser.get("/sign-in/organisation")));

        back.then().statusCode(401);
        assertThat(Jsoup.parse(back.asString()).select("[role=alert]").text())
                .contains("there is no Owner or Admin with this email");
        assertThat(browser.cookie("console_session")).isEmpty();
    }

    @Test
    void whoeverBelongsToTwoCompaniesChoosesAndSignsInToThatOne() {
        createCompany();
        NewCompany second = createCompany();
        Response choice = browser.get(signInAt(browser.get("/sign-in/organisation?to=/setup")));
        choice.then().statusCode(200);
        String chosen =
                Jsoup.parse(choice.asString())
                        .select("main a[href*=company=" + second.id() + "]")
                        .attr("href");

        Response back = browser.get(signInAt(browser.get(chosen)));

        back.then().statusCode(303);
        assertThat(Browser.pathOf(back)).isEqualTo("/setup");
    }

    @Test
    void aStateIsGoodOnceAndOnlyInTheBrowserThatBeganIt() {
        createCompany();
        String answer = signInAt(browser.get("/sign-in/organisation"));
        Browser another = new Browser();
        another.get("/sign-in/organisation");

        refused(another.get(answer), "was not begun in this browser");
        browser.get(answer).then().statusCode(303);
        refused(browser.get(answer), "was not begun in this browser");
    }

    @Test
    void aStateThatNobodyGaveIsRefused() {
        browser.get("/sign-in/organisation");

        refused(
                browser.get("/sign-in/organisation/answer?state=made-up&code=made-up"),
                "was not begun in this browser");
        refused(browser.get("/sign-in/organisation/answer"), "was not begun in this browser");
    }

    @Test
    void aCodeOfAnotherSignInIsRefused() {
        createCompany();
        String own = signInAt(browser.get("/sign-in/organisation"));
        Browser victim = new Browser();
        String theirs = signInAt(victim.get("/sign-in/organisation"));

        refused(
                browser.get(
                        "/sign-in/organisation/answer?state="
                                + parameter(own, "state")
                                + "&code="
                                + parameter(theirs, "code")),
                "can’t be trusted");
    }

    @Test
    void whoeverTurnsBackThereIsToldSo() {
        refused(
                browser.get(SimulatedLogin.cancel(browser.get("/sign-in/organisation"))),
                "didn’t sign you in");
    }

    @Test
    void passwordsAreNotTakenAnyMore() {
        NewCompany company = Operations.createCompany();

        browser.signIn(company.email(), NewCompany.PASSWORD).then().statusCode(403);
    }

    @Test
    void nobodyIsSentToAnotherSiteAfterwards() {
        createCompany();

        Response back =
                browser.get(
                        signInAt(
                                browser.get(
                                        "/sign-in/organisation?to=https%3A%2F%2Felsewhere.example")));

        back.then().statusCode(303);
        assertThat(Browser.pathOf(back)).isEqualTo("/");
        assertThat(back.header("Location")).doesNotContain("elsewhere");
    }

    private NewCompany createCompany() {
        return Operations.createCompany(person.object().text("mail").orElseThrow());
    }

    private String signInAt(Response sentThere) {
        return SimulatedLogin.signIn(sentThere, graph.simulator().tenant(), person.id());
    }

    private static String parameter(String path, String name) {
        Map<String, String> parameters = SimulatedLogin.parameters(URI.create(path));
        return parameters.getOrDefault(name, "");
    }

    private static void refused(Response response, String words) {
        response.then().statusCode(401);
        assertThat(Jsoup.parse(response.asString()).select("[role=alert]").text()).contains(words);
        assertThat(response.detailedCookies().hasCookieWithName("console_session")).isFalse();
    }
}
