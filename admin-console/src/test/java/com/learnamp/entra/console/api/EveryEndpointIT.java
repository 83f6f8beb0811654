package com.learnamp.entra.console.api;

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
import io.restassured.config.RedirectConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever endpoint there is, known from the classes so that none is forgotten: without a token,
 * with one that may nothing, or with another company's, it gives no data and never fails.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class EveryEndpointIT {

    /** Which say who they are for: whoever is not signed in yet. */
    private static final Set<String> PUBLIC =
            Set.of(
                    "GET /sign-in",
                    "POST /sign-in",
                    "GET /sign-in/organisation",
                    "GET /sign-in/organisation/answer",
                    "POST /sign-in/organisation/answer",
                    "POST /theme",
                    "POST /oauth/token");

    /**
     * What Learn Amp's operations do in a company that they have opened; the rest is its admins'.
     */
    private static final Set<String> OF_OPERATIONS =
            Set.of(
                    "/keyboard",
                    "/parked/retry",
                    "/parked/N/drop",
                    "/parked/N/retry",
                    "/pause",
                    "/pause/resume",
                    "/setup/authorise",
                    "/setup/check",
                    "/setup/directory");

    private NewCompany victim;
    private NewCompany stranger;
    private List<Endpoint> endpoints;

    @BeforeEach
    void twoCompanies() throws Exception {
        victim = Operations.createCompany();
        stranger = Operations.createCompany();
        victim.bind();
        endpoints = Endpoint.all(victim);
        assertThat(endpoints).hasSizeGreaterThan(100);
    }

    @Test
    void withoutAToken() {
        Set<String> open = new TreeSet<>();
        List<String> unsafe = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            Response answer = endpoint.call(request());
            unsafe.addAll(unsafe(endpoint, answer));
            if (answer.statusCode() / 100 == 2) {
                open.add(endpoint.toString());
            }
        }
        assertThat(unsafe).isEmpty();
        assertThat(PUBLIC).as("what is open to everybody").containsAll(open);
    }

    @Test
    void withATokenThatMayNothing() {
        String token = StoredCompany.token(victim.company(), later(), Scopes.PUBLIC);
        Set<String> open = new TreeSet<>();
        List<String> unsafe = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            Response answer = endpoint.call(request().auth().oauth2(token));
            unsafe.addAll(unsafe(endpoint, answer));
            if (answer.statusCode() / 100 == 2) {
                open.add(endpoint.toString());
            }
        }
        assertThat(unsafe).isEmpty();
        assertThat(PUBLIC).containsAll(open);
    }

    @Test
    void withAnothersTokenThatMayEverythingThere() {
        Set<String> scopes = new TreeSet<>(Scopes.ALL);
        scopes.remove(Scopes.OPS);
        String token =
                StoredCompany.token(stranger.company(), later(), scopes.toArray(String[]::new));
        String before = owner();

        List<String> unsafe = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            unsafe.addAll(unsafe(endpoint, endpoint.call(request().auth().oauth2(token))));
        }

        assertThat(unsafe).isEmpty();
        assertThat(owner()).as("nothing of the other company has changed").isEqualTo(before);
    }

    @Test
    void withAnothersSession() {
        Browser browser = Browser.signedIn(stranger);
        String cookie = browser.cookie("console_session");
        String csrf = browser.csrf("/overview");
        String before = owner();

        List<String> unsafe = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.path().startsWith("/sign-")) {
                RequestSpecification request = request().cookie("console_session", cookie);
                unsafe.addAll(unsafe(endpoint, endpoint.call(request, csrf)));
            }
        }

        assertThat(unsafe).isEmpty();
        assertThat(owner()).as("nothing of the other company has changed").isEqualTo(before);
    }

    @Test
    void operationsLookAtACompanyAndDoWhatIsTheirs() {
        Browser browser = Browser.ofOperations();
        String home = "/ops/companies/" + victim.id();
        String csrf = browser.csrf(home + "/keyboard");
        String before = owner();
        Set<String> open = new TreeSet<>();
        Set<String> offered = new TreeSet<>();
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.page() || endpoint.path().matches("/(sign-|ops/|theme|$).*")) {
                continue;
            }
            RequestSpecification request =
                    request().cookie("console_session", browser.cookie("console_session"));
            Response answer = endpoint.within(home).call(request, csrf);
            assertThat(answer.statusCode()).as(endpoint.toString()).isLessThan(500);
            if (!endpoint.method().equals("GET") && answer.statusCode() != 404) {
                open.add(endpoint.path().replaceAll("[0-9]+", "N"));
            }
            if (endpoint.method().equals("GET") && answer.contentType().contains("html")) {
                Document page = Jsoup.parse(answer.asString());
                page.select("form[method=post]:has(button)").eachAttr("action").stream()
                        .filter(action -> action.startsWith(home))
                        .map(action -> action.substring(home.length()).replaceAll("[0-9]+", "N"))
                        .forEach(offered::add);
                assertThat(page.select("main.main").isEmpty() || !page.select(".ops-bar").isEmpty())
                        .as("the company is named on %s", endpoint)
                        .isTrue();
            }
        }

        // Without an application there is nothing to authorise.
        open.add("/setup/authorise");
        assertThat(open).isEqualTo(new TreeSet<>(OF_OPERATIONS));
        assertThat(OF_OPERATIONS).as("what pages offer them").containsAll(offered);
        assertThat(owner()).as("nobody has changed").isEqualTo(before);
    }

    private List<String> unsafe(Endpoint endpoint, Response answer) {
        boolean fails = answer.statusCode() >= 500;
        boolean tells = answer.asString().contains(victim.email());
        return fails || tells ? List.of(endpoint + " answers " + answer.statusCode()) : List.of();
    }

    private String owner() {
        return victim.caller().get("/v1/users/" + victim.owner()).asString();
    }

    private static Instant later() {
        return Instant.now().plusSeconds(600);
    }

    private static RequestSpecification request() {
        return given().config(
                        RestAssured.config()
                                .redirect(RedirectConfig.redirectConfig().followRedirects(false)));
    }
}
