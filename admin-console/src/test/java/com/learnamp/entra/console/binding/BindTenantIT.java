package com.learnamp.entra.console.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.SimulatedGraph;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.SimulatedLogin;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.TenantSettings;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A tenant is bound by proof. Each cheat ends with its words on the page, and with nothing bound.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "admin_console"),
            @ResourceArg(name = "simulator", value = "true")
        })
class BindTenantIT {

    private static final String GROUP = UUID.randomUUID().toString();

    @SuppressWarnings("NullAway.Init")
    private SimulatedGraph graph;

    private Tenant tenant;
    private NewCompany company;
    private Browser browser;

    @BeforeEach
    void createTenantAndCompany() {
        tenant = createTenant();
        company = Operations.createCompany();
        browser = Browser.signedIn(company);
    }

    @Test
    void anAdministratorWhoSignsInProvesTheTenant() throws Exception {
        enter(browser, tenant);
        company.caller().get("/api/integration").then().body("tenantId", nullValue());
        assertThat(browser.page("/setup").select("#authorise").text()).contains("Not proved yet");

        Response away = prove(browser);
        Response back = browser.get(SimulatedLogin.signIn(away, tenant, administrator()));

        assertThat(SimulatedLogin.parameters(URI.create(away.header("Location"))))
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge")
                .containsEntry("prompt", "select_account");
        assertNotice(back, "bound", "The tenant is proved and bound to your company.");
        company.caller()
                .get("/api/integration")
                .then()
                .body("tenantId", equalTo(tenant.id()))
                .body("groupId", equalTo(GROUP))
                .body("savedBy", equalTo("Helen Marsh"));
        assertThat(bindings(company))
                .containsExactly("proof by Helen Marsh, proved by " + administrator());
        assertThat(browser.page("/setup").select("#check").text())
                .as("whether it can be read is being looked at")
                .contains("We are looking");
    }

    @Test
    void thenAnAdministratorGrantsThePermissions() {
        bind(browser, tenant);

        Response away = browser.post("/setup", "/setup/authorise", Map.of());
        Response back = browser.get(SimulatedLogin.consent(away, "accept"));

        assertNotice(back, "authorised", "Microsoft says that it was granted.");
        assertThat(tenant.consent().roles(graph.simulator().clientId())).isNotEmpty();
    }

    @Test
    void whoeverRefusesThePermissionsIsToldThatNothingChanged() {
        bind(browser, tenant);

        Response away = browser.post("/setup", "/setup/authorise", Map.of());

        assertNotice(
                browser.get(SimulatedLogin.consent(away, "cancel")),
                "not_authorised",
                "The permissions were not granted.");
    }

    @Test
    void aPlainUserOfTheTenantProvesNothing() {
        enter(browser, tenant);

        Response back =
                browser.get(SimulatedLogin.signIn(prove(browser), tenant, plainUser(tenant)));

        assertNotice(back, "not_administrator", "is no administrator of the tenant");
        assertNothingBound();
    }

    /** He enters a victim's tenant, and bends the way there to his own, where he administers. */
    @Test
    void anAdministratorOfAnotherTenantProvesNothing() {
        Tenant own = createTenant();
        enter(browser, tenant);

        Response back =
                browser.get(
                        SimulatedLogin.signInElsewhere(
                                prove(browser), own, own.administrators().iterator().next()));

        assertNotice(back, "untrue", "can’t be trusted");
        assertNothingBound();
    }

    @Test
    void aProofIsGoodOnceAndForTheTenantThatWasEnteredThen() {
        enter(browser, tenant);
        String back = SimulatedLogin.signIn(prove(browser), tenant, administrator());
        enter(browser, createTenant());

        assertNotice(browser.get(back), "not_wanted", "Meanwhile another tenant was entered.");
        assertNotice(browser.get(back), "not_begun", "was used already");
        assertNothingBound();
    }

    @Test
    void aProofOfAnotherSessionIsNotTaken() throws Exception {
        NewCompany cheating = Operations.createCompany();
        Browser cheat = Browser.signedIn(cheating);
        enter(cheat, tenant);
        enter(browser, tenant);
        String proof = SimulatedLogin.signIn(prove(browser), tenant, administrator());

        assertNotice(cheat.get(proof), "not_begun", "not begun in this browser");
        assertThat(bindings(cheating)).isEmpty();
        assertNothingBound();
    }

    @Test
    void aTenantThatDoesNotExistIsToldSo() {
        browser.post(
                "/setup",
                "/setup/directory",
                Map.of("tenantId", UUID.randomUUID().toString(), "groupId", GROUP));

        assertNotice(prove(browser), "unreachable", "there is no such tenant");
    }

    @Test
    void aConsentRedirectBindsNothingWhateverTenantItNames() {
        bind(browser, tenant);
        Tenant foreign = createTenant();
        String state =
                SimulatedLogin.parameters(
                                URI.create(
                                        browser.post("/setup", "/setup/authorise", Map.of())
                                                .header("Location")))
                        .getOrDefault("state", "");
        String consented = "/setup/authorised?admin_consent=True&tenant=" + foreign.id();

        assertNotice(browser.get(consented), "not_begun", "not begun in this browser");
        assertNotice(
                browser.get(consented + "&state=made-up"),
                "not_begun",
                "not begun in this browser");
        assertNotice(
                browser.get(consented + "&state=" + state),
                "authorised_elsewhere",
                "in another tenant than yours");
        assertNotice(
                browser.get(
                        "/setup/authorised?admin_consent=True&tenant="
                                + tenant.id()
                                + "&state="
                                + state),
                "not_begun",
                "was used already");
        company.caller().get("/api/integration").then().body("tenantId", equalTo(tenant.id()));
    }

    @Test
    void aTenantOfAnotherCompanyIsSharedOnlyIfItsOwnerAgrees() throws Exception {
        NewCompany first = Operations.createCompany();
        Browser owner = Browser.signedIn(first);
        bind(owner, tenant);
        enter(browser, tenant);

        Response back = browser.get(SimulatedLogin.signIn(prove(browser), tenant, administrator()));

        assertNotice(back, "asked", "The Owner of the other company that has it is asked.");
        assertNothingBound();
        assertThat(owner.page("/setup").select(".note h2").text())
                .contains("Marlowe Hythe asks to share your Entra tenant");
        String accept = "/setup/requests/" + company.id() + "/accept";
        Browser stranger = Browser.signedIn(Operations.createCompany());
        stranger.post("/setup", accept, Map.of()).then().statusCode(404);
        browser.post("/setup", accept, Map.of()).then().statusCode(404);
        Browser admin = adminOf(first);
        assertThat(admin.page("/setup").text()).contains("Only an Owner of your company");
        admin.post("/setup", accept, Map.of()).then().statusCode(403);
        assertNothingBound();

        assertNotice(owner.post("/setup", accept, Map.of()), "accepted", null);
        company.caller().get("/api/integration").then().body("tenantId", equalTo(tenant.id()));
        assertThat(bindings(company))
                .containsExactly(
                        "agreement by Helen Marsh, proved by "
                                + administrator()
                                + ", agreed by Helen Marsh");
        owner.post("/setup", accept, Map.of()).then().statusCode(404);
    }

    @Test
    void anOwnerWhoDeclinesLeavesNothingBound() {
        NewCompany first = Operations.createCompany();
        Browser owner = Browser.signedIn(first);
        bind(owner, tenant);
        enter(browser, tenant);
        browser.get(SimulatedLogin.signIn(prove(browser), tenant, administrator()));

        owner.post("/setup", "/setup/requests/" + company.id() + "/decline", Map.of())
                .then()
                .statusCode(303);

        assertThat(browser.page("/setup").select("#authorise").text()).contains("Not shared");
        owner.post("/setup", "/setup/requests/" + company.id() + "/accept", Map.of())
                .then()
                .statusCode(404);
        assertNothingBound();
    }

    @Test
    void operationsBindByHandAndThatIsKept() throws Exception {
        company.bind();

        assertThat(bindings(company)).containsExactly("operations by operations");
    }

    private Tenant createTenant() {
        return graph.simulator()
                .addTenant(
                        new TenantSettings(
                                UUID.randomUUID().toString(),
                                10,
                                7,
                                GROUP,
                                "tenant-" + UUID.randomUUID() + ".example"));
    }

    private String administrator() {
        return tenant.administrators().iterator().next();
    }

    private static String plainUser(Tenant tenant) {
        return tenant.directory()
                .now()
                .list(
                        entry ->
                                entry.kind() == ObjectKind.USER
                                        && !tenant.administrators().contains(entry.id()),
                        -1,
                        1)
                .getFirst()
                .id();
    }

    private static void enter(Browser browser, Tenant tenant) {
        browser.post(
                        "/setup",
                        "/setup/directory",
                        Map.of("tenantId", tenant.id(), "groupId", GROUP))
                .then()
                .statusCode(303);
    }

    private static Response prove(Browser browser) {
        return browser.post("/setup", "/setup/prove", Map.of());
    }

    private static void bind(Browser browser, Tenant tenant) {
        enter(browser, tenant);
        assertNotice(
                browser.get(
                        SimulatedLogin.signIn(
                                prove(browser), tenant, tenant.administrators().iterator().next())),
                "bound",
                null,
                browser);
    }

    private static Browser adminOf(NewCompany company) throws Exception {
        String email = "admin-" + UUID.randomUUID() + "@marlowehythe.example";
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement statement =
                        store.prepareStatement(
                                """
                                INSERT INTO learnamp.users (
                                    company_id, email, first_name, last_name, time_zone, language, role, status, password_hash)
                                SELECT company_id, ?, 'Tom', 'Reed', time_zone, language, 'admin', 'confirmed', password_hash
                                FROM learnamp.users WHERE id = ?
                                """)) {
            statement.setString(1, email);
            statement.setLong(2, company.owner());
            statement.executeUpdate();
        }
        Browser browser = new Browser();
        browser.signIn(email, NewCompany.PASSWORD).then().statusCode(303);
        return browser;
    }

    private void assertNothingBound() {
        company.caller().get("/api/integration").then().body("tenantId", nullValue());
    }

    private void assertNotice(Response redirect, String word, @Nullable String words) {
        assertNotice(redirect, word, words, browser);
    }

    private static void assertNotice(
            Response redirect, String word, @Nullable String words, Browser browser) {
        redirect.then().statusCode(303);
        assertThat(Browser.pathOf(redirect)).isEqualTo("/setup?notice=" + word);
        if (words != null) {
            assertThat(browser.page("/setup?notice=" + word).select(".note").text())
                    .contains(words);
        }
    }

    private static List<String> bindings(NewCompany company) throws Exception {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement statement =
                        store.prepareStatement(
                                "SELECT concat(grounds, ' by ', bound_by, ', proved by ' || proved_by,"
                                        + " ', agreed by ' || agreed_by) FROM"
                                        + " provisioning.tenant_bindings WHERE company_id = ? ORDER BY id")) {
            statement.setLong(1, company.id());
            List<String> bindings = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    bindings.add(rows.getString(1));
                }
            }
            return bindings;
        }
    }
}
