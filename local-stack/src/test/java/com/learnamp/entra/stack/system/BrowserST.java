package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.stack.ports.Port;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the demo company's Owner sees, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserST {

    private static final double PATIENCE_MILLISECONDS = 60_000;

    private final RunningSystem system = RunningSystem.get();
    private final String console = system.stack().address(Port.CONSOLE);
    private Playwright playwright;
    private Browser browser;
    private Page page;

    @BeforeAll
    void startBrowser() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium())
                                        .setArgs(List.of("--no-sandbox")));
    }

    @BeforeEach
    void signIn() {
        page = browser.newPage();
        page.setDefaultTimeout(PATIENCE_MILLISECONDS);
        page.navigate(console + "/");
        page.getByLabel("Email").fill(system.demo().company().owner());
        page.getByLabel("Password").fill(system.stack().secrets().ownerPassword());
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    @AfterEach
    void closePage() {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "browser", "last.png"))
                        .setFullPage(true));
        page.close();
    }

    @AfterAll
    void stopBrowser() {
        browser.close();
        playwright.close();
    }

    @Test
    void theOwnerPressesSyncUsersAndSeesTheRunToItsEnd() {
        page.navigate(console + "/overview");

        page.getByRole(AriaRole.BUTTON, named("Sync users")).first().click();

        page.waitForURL(url -> url.contains("/runs/"));
        eventually(page.locator("h1")).containsText("Finished", within());
    }

    @Test
    void aChangeInTheDirectoryIsSeenInTheList() throws Exception {
        Await.equality(system, Duration.ofMinutes(2));
        StoredPerson person =
                system.store().people().stream()
                        .filter(row -> row.objectId() != null && row.active())
                        .findFirst()
                        .orElseThrow();
        page.navigate(console + "/individuals?q=" + person.email());
        eventually(page.locator("tbody")).containsText(person.email(), within());

        system.directory()
                .change(Objects.requireNonNull(person.objectId()), "jobTitle", "Chief of Tests");

        Await.equality(system, Duration.ofMinutes(2));
        page.reload();
        eventually(page.locator("tbody")).containsText("Chief of Tests", within());
    }

    @Test
    void anotherCompanysPagesAreNotThere() {
        assertThat(status("/individuals")).isEqualTo(200);
        assertThat(status("/ops/companies")).isEqualTo(404);
        assertThat(status("/ops/companies/999/overview")).isEqualTo(404);
    }

    /** As whoever is signed in. */
    private int status(String path) {
        return page.request().get(console + path).status();
    }

    private static LocatorAssertions eventually(Locator locator) {
        return PlaywrightAssertions.assertThat(locator);
    }

    private static LocatorAssertions.ContainsTextOptions within() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLISECONDS);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** What {@code ./dev test} found, else where Debian puts it. */
    private static Path chromium() {
        return Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    }
}
