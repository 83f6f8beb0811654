package com.learnamp.entra.stack.system;

import static com.learnamp.entra.stack.system.Chromium.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.stack.home.Secrets;
import com.learnamp.entra.stack.ports.Port;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code ./dev screens}: the pictures in {@code docs/screens}, taken of the running product. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MakeScreens {

    private static final Path DIRECTORY = Path.of("..", "docs", "screens");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RunningSystem system = RunningSystem.get();
    private final String console = system.stack().address(Port.CONSOLE);
    private Chromium chromium;

    @BeforeAll
    void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    void stopBrowser() {
        chromium.close();
    }

    /** From the empty set-up to the names of those who would leave. */
    @Test
    void ofACompanyThatIsNew() throws Exception {
        Newcomer newcomer = Newcomer.come(system, 320);
        Page page = signedIn(newcomer.owner());
        Camera camera = new Camera(page, DIRECTORY);
        page.navigate(console + "/setup");
        page.getByLabel("Tenant ID").fill("marlowe.example");
        page.getByRole(AriaRole.BUTTON, named("Save and look it up")).click();
        assertThat(page.locator(".note.bad")).isVisible();
        camera.wide("setup-mistake");

        JsonNode preview =
                newcomer.sync()
                        .connect(newcomer.directory().tenant(), newcomer.group())
                        .orElseThrow();
        newcomer.sync().follow(preview, line -> {});
        page.navigate(console + "/preview");
        camera.wide("preview");
        newcomer.sync().follow(newcomer.sync().confirm(preview), line -> {});
        newcomer.leave(37);
        awaitPage(page, "/attention", "deactivations are waiting");
        camera.narrow("attention");
        page.locator("a.btn-primary[href^='/reviews/']").first().click();
        assertThat(page.locator("h1")).containsText("waiting for your review");
        camera.wide("review");
        camera.narrowDark("review");
        page.locator("a.btn[href*='approve?all']").click();
        assertThat(page.locator("#typed")).isVisible();
        camera.narrow("review-confirm");
    }

    /** A company that has been here for a while. */
    @Test
    void ofACompanyThatIsConnected() throws Exception {
        system.directory().churn(60, 3);
        Await.equality(system, PATIENCE);
        Page page = signedIn(system.demo().company().owner());
        Camera camera = new Camera(page, DIRECTORY);
        awaitPage(page, "/overview", "typical");
        camera.wide("overview");
        camera.wideDark("overview");
        camera.narrow("overview");
        page.navigate(console + "/activity?cause=notification");
        page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("→"))
                .filter(new Locator.FilterOptions().setHasNotText("Left the group"))
                .locator("a.quiet")
                .first()
                .click();
        assertThat(page.locator(".hops").first()).isVisible();
        camera.wide("person");
        camera.narrowDark("person");
        page.navigate(console + "/individuals");
        camera.wide("individuals");
        camera.narrow("individuals");
        page.navigate(console + "/individuals?q=nobody+of+this+name");
        camera.wide("individuals-empty");
        page.navigate(console + "/attention");
        camera.wide("attention");
        page.navigate(console + "/runs");
        page.locator("tbody a").first().click();
        camera.wide("run");
        page.navigate(console + "/invitations?list=sent");
        camera.wide("invitations");
        page.navigate(console + "/setup");
        camera.wide("setup");
        mappings(page, camera);
    }

    /** All companies, as operations see them. */
    @Test
    void ofAllCompanies() {
        for (int company = 0; company < 3; company++) {
            Newcomer.come(system, 20);
        }
        Page page = chromium.window(true);
        Chromium.signIn(page, console, Secrets.STAFF, system.stack().secrets().opsClientSecret());
        page.navigate(console + "/ops/companies");
        Camera camera = new Camera(page, DIRECTORY);
        camera.wide("companies");
        camera.narrowDark("companies");
    }

    /** Job titles were lost, and a trial tells what a replay would do about it. */
    @Test
    void ofAReplay() throws Exception {
        Newcomer newcomer = Newcomer.come(system, 320);
        newcomer.joinIn();
        loseJobTitles(newcomer.company());
        Page page = chromium.window(true);
        Chromium.signIn(page, console, Secrets.STAFF, system.stack().secrets().opsClientSecret());
        Camera camera = new Camera(page, DIRECTORY);
        page.navigate(
                console
                        + "/ops/replay/confirm?whose=one&into=mapper&company="
                        + newcomer.company()
                        + "&reason=Job+titles+were+overwritten");
        camera.wide("replay-confirm");
        page.getByRole(AriaRole.BUTTON, named("Try it first")).click();
        Pattern trial = Pattern.compile(".*/ops/replay/[0-9a-f-]{36}");
        page.waitForURL(trial);
        String address = page.url().substring(console.length());
        awaitPage(page, address, "This was a trial");
        camera.wide("replay");
        camera.narrowDark("replay");
        page.navigate(console + "/ops/replay");
        camera.wide("replays");
    }

    private void loseJobTitles(long company) throws SQLException {
        try (Connection store = system.stack().connectToStore();
                PreparedStatement statement =
                        store.prepareStatement(
                                "UPDATE learnamp.users SET job_title = 'To be confirmed' WHERE id IN"
                                        + " (SELECT id FROM learnamp.users WHERE company_id = ? AND"
                                        + " role <> 'owner' ORDER BY id LIMIT 6)")) {
            statement.setLong(1, company);
            statement.executeUpdate();
        }
    }

    private void mappings(Page page, Camera camera) {
        for (String field : List.of("Payroll number", "Cost code")) {
            system.demo().sync().addCustomField(field);
        }
        page.navigate(console + "/mappings");
        camera.light("dark");
        page.locator("#field").selectOption("Payroll number");
        page.locator("#attribute").fill("employeeId");
        page.getByRole(AriaRole.BUTTON, named("Save mapping")).click();
        page.locator("#field").selectOption("Cost code");
        page.locator("#expression").fill("upperAscii(department.substring(0, 3) + '-210'");
        page.getByRole(AriaRole.BUTTON, named("Save mapping")).click();
        assertThat(page.locator("#expression-problem")).isVisible();
        camera.wideDark("mappings-mistake");
        page.locator("#expression").fill("department + ' / ' + officeLocation");
        page.getByRole(AriaRole.BUTTON, named("Try on five people")).click();
        page.locator("section[aria-labelledby=tried] tbody tr").first().waitFor();
        camera.wide("mappings");
    }

    private void awaitPage(Page page, String path, String text) throws Exception {
        Await.nothing(
                PATIENCE,
                () -> {
                    page.navigate(console + path);
                    String shown = page.locator("main").innerText();
                    return shown.contains(text) ? List.of() : List.of(shown);
                });
    }

    private Page signedIn(String owner) {
        Page page = chromium.window(true);
        Chromium.signIn(page, console, owner, system.stack().secrets().ownerPassword());
        return page;
    }
}
