package com.learnamp.entra.stack.system;

import static com.learnamp.entra.stack.system.Chromium.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.stack.ports.Port;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
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

    private final RunningSystem system = RunningSystem.get();
    private final String console = system.stack().address(Port.CONSOLE);
    private Chromium chromium;
    private Page page;

    @BeforeAll
    void startBrowser() {
        chromium = Chromium.start();
    }

    @BeforeEach
    void signIn() {
        page = chromium.window(true);
        Chromium.signIn(
                page,
                console,
                system.demo().company().owner(),
                system.stack().secrets().ownerPassword());
    }

    @AfterEach
    void closePage() {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "browser", "last.png"))
                        .setFullPage(true));
        page.context().close();
    }

    @AfterAll
    void stopBrowser() {
        chromium.close();
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
        return new LocatorAssertions.ContainsTextOptions()
                .setTimeout(Chromium.PATIENCE_MILLISECONDS);
    }
}
