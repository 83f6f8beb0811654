package com.learnamp.entra.stack.system;

import static com.learnamp.entra.stack.system.Chromium.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.stack.home.Secrets;
import com.learnamp.entra.stack.ports.Port;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every page and every action, in a real browser: by mouse, by keyboard and without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkST {

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

    @Test
    void everyPageKeepsTheRulesInLightAndDarkWideAndNarrow() {
        Page page = chromium.window(true);
        PageRules rules = new PageRules(page, console);
        page.navigate(console + "/sign-in");
        rules.check();
        signIn(page);

        for (String path :
                List.of(
                        "/overview",
                        "/runs",
                        "/runs?kind=settings&result=failed",
                        "/individuals",
                        "/individuals?q=nobody+at+all",
                        "/individuals/invite",
                        "/attention",
                        "/invitations",
                        "/invitations?list=sent",
                        "/invitations?list=refused",
                        "/reviews",
                        "/mappings",
                        "/activity",
                        "/activity?cause=replay",
                        "/setup",
                        "/setup/disconnect",
                        "/limits",
                        "/why",
                        "/erasures",
                        "/parked",
                        "/pause",
                        "/keyboard",
                        "/preview")) {
            page.navigate(console + path);
            rules.check();
        }
        page.navigate(console + "/individuals");
        page.locator("tbody a").first().click();
        rules.check();
        page.locator("a[href$='/erase']").click();
        page.locator("#typed").fill("nobody@demo.example");
        page.getByRole(AriaRole.BUTTON, named("Erase")).click();
        assertThat(page.locator("[aria-invalid=true]")).hasCount(1);
        rules.check();
        page.navigate(console + "/runs");
        page.locator("tbody a").first().click();
        rules.check();
        page.navigate(console + "/limits");
        page.getByRole(AriaRole.TEXTBOX).nth(1).fill("many");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.locator("[aria-invalid=true]")).hasCount(1);
        rules.check();

        mapAField(page);
        rules.check();

        assertThat(rules.complaints()).isEmpty();
        page.context().close();
    }

    /** First wrongly, then rightly; at last it is as before. */
    private void mapAField(Page page) {
        system.demo().sync().addCustomField("Walked");
        page.navigate(console + "/mappings");
        page.locator("#field").selectOption("Walked");
        page.locator("#expression").fill("upperAscii(department");
        page.getByRole(AriaRole.BUTTON, named("Save mapping")).click();
        assertThat(page.locator("#expression-problem")).isVisible();
        page.locator("#expression").fill("department + ' / ' + officeLocation");
        page.getByRole(AriaRole.BUTTON, named("Try on five people")).click();
        page.locator("section[aria-labelledby=tried] tbody tr").first().waitFor();
    }

    @Test
    void operationsLookAtEveryCompanyAndKeepTheRulesToo() {
        Page page = chromium.window(true);
        PageRules rules = new PageRules(page, console);
        Chromium.signIn(page, console, Secrets.STAFF, system.stack().secrets().opsClientSecret());
        String home = "/ops/companies/" + system.demo().company().id();
        for (String path :
                List.of(
                        "/ops/companies",
                        "/ops/companies?q=nobody+at+all",
                        "/ops/parked",
                        "/ops/pause",
                        "/ops/replay",
                        home + "/overview",
                        home + "/individuals",
                        home + "/setup",
                        home + "/mappings")) {
            page.navigate(console + path);
            rules.check();
        }
        assertThat(page.locator(".ops-bar")).containsText("as Learn Amp’s operations");
        assertThat(page.locator("main form[method=post]")).hasCount(0);
        page.navigate(console + "/ops/companies");
        page.keyboard().press("/");
        assertThat(page.locator("#q")).isFocused();

        assertThat(rules.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void operationsTryAReplayAndThenDoIt() {
        Newcomer newcomer = Newcomer.come(system, 40);
        newcomer.joinIn();
        Page page = chromium.window(true);
        PageRules rules = new PageRules(page, console);
        Chromium.signIn(page, console, Secrets.STAFF, system.stack().secrets().opsClientSecret());
        page.navigate(console + "/ops/companies");
        page.locator(".side").getByText("Replay").click();
        page.locator("#company").fill(Long.toString(newcomer.company()));
        page.locator("#person").fill("Ruth");
        page.getByRole(AriaRole.BUTTON, named("Continue")).click();
        assertThat(page.locator("[aria-invalid=true]")).hasCount(2);
        rules.check();
        page.locator("#person").clear();
        page.locator("#reason").fill("Mappings were put right");
        page.getByRole(AriaRole.BUTTON, named("Continue")).click();
        told(page, "people of Marlowe Hythe?");
        rules.check();
        page.getByRole(AriaRole.BUTTON, named("Try it first")).click();
        told(page, "This was a trial: nobody has been changed");
        rules.check();
        page.getByRole(AriaRole.LINK, named("Replay as tried")).click();
        told(page, "As many as the trial has found.");
        rules.check();
        page.getByRole(AriaRole.BUTTON, named("Replay now")).click();
        told(page, "Finished");
        assertThat(page.locator("main form")).hasCount(0);
        rules.check();
        page.navigate(console + "/ops/replay");
        assertThat(page.locator("tbody tr:has-text('Marlowe Hythe')")).not().hasCount(0);
        rules.check();

        assertThat(rules.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void theSlashLeadsToTheSearchUnlessItIsSwitchedOff() {
        Page page = chromium.window(true);
        signIn(page);
        page.navigate(console + "/overview");
        page.keyboard().press("/");
        assertThat(page.locator("#find")).isFocused();
        page.keyboard().type("a/b");
        assertThat(page.locator("#find")).hasValue("a/b");
        page.navigate(console + "/keyboard");
        page.getByLabel("Does nothing").check();
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        told(page, "Saved, for this browser.");
        page.keyboard().press("/");
        assertThat(page.locator("#find")).not().isFocused();
        page.context().close();
    }

    @Test
    void theKeyboardAloneSetsUpAndReviews() throws Exception {
        Newcomer newcomer = Newcomer.come(system, 40);
        Page page = chromium.window(true);
        PageRules rules = new PageRules(page, console);
        Keyboard keyboard = new Keyboard(page);
        page.navigate(console + "/");
        keyboard.type(page.getByLabel("Email"), newcomer.owner());
        keyboard.type(page.getByLabel("Password"), system.stack().secrets().ownerPassword());
        page.keyboard().press("Enter");
        heading(page, "Set up");

        setUp(newcomer, page, keyboard, rules);
        review(newcomer, page, keyboard, rules);

        press(page, keyboard, AriaRole.LINK, "Set up");
        press(page, keyboard, AriaRole.LINK, "Disconnect…");
        press(page, keyboard, AriaRole.BUTTON, "Disconnect");
        told(page, "Changes in Entra are not followed");
        rules.check();
        assertThat(rules.complaints()).isEmpty();
        page.context().close();
    }

    private static void setUp(Newcomer newcomer, Page page, Keyboard keyboard, PageRules rules) {
        rules.check();
        keyboard.type(page.getByLabel("Tenant ID"), "marlowe.example");
        press(page, keyboard, AriaRole.BUTTON, "Save and look it up");
        told(page, "this isn’t an ID");
        assertThat(page.locator("#authorise")).containsText("Enter the tenant ID first");
        rules.check();
        keyboard.type(page.getByLabel("Tenant ID"), newcomer.directory().tenant());
        keyboard.type(page.getByLabel("Group object ID"), newcomer.group());
        press(page, keyboard, AriaRole.BUTTON, "Save and look it up");
        told(page, "Not proved yet");
        rules.check();
        press(page, keyboard, AriaRole.BUTTON, "Sign in at Microsoft");
        keyboard.press(page.locator("button:has-text('Global Administrator')").first());
        told(page, "The tenant is proved and bound to your company.");
        eventually(page.locator("#check")).containsText("Found", within());
        rules.check();
        keyboard.choose(page.locator("input[name=invitations]"), "by_hand");
        press(page, keyboard, AriaRole.BUTTON, "Save preferences");
        told(page, "Saved.");
        assertThat(page.locator("input[value=by_hand]")).isChecked();
        press(page, keyboard, AriaRole.BUTTON, "Start first sync");
        eventually(page.locator("h1")).containsText("Preview ready", within());
        rules.check();
        press(page, keyboard, AriaRole.LINK, "Look at the preview");
        heading(page, "What the first sync with your group would do");
        rules.check();
        press(page, keyboard, AriaRole.BUTTON, "Confirm and start the first sync");
        eventually(page.locator("h1")).containsText("Finished", within());
        rules.check();
    }

    private static void review(Newcomer newcomer, Page page, Keyboard keyboard, PageRules rules)
            throws Exception {
        keyboard.press(page.locator(".side a[href='/limits']"));
        keyboard.type(page.locator("#limitPercent"), "1");
        keyboard.type(page.locator("#limitPeople"), "1");
        press(page, keyboard, AriaRole.BUTTON, "Save");
        newcomer.leave(4);
        Pattern many = Pattern.compile("[2-9] deactivations are waiting");
        Await.nothing(
                Duration.ofMinutes(2),
                () -> {
                    page.navigate(page.url().replaceAll("(?<=//[^/]{1,99}/).*", "attention"));
                    String shown = page.locator("main").innerText();
                    return many.matcher(shown).find() ? List.of() : List.of(shown);
                });
        rules.check();
        keyboard.press(
                page.locator("a.btn", new Page.LocatorOptions().setHasText("Review")).first());
        told(page, "Looked up once more.");
        told(page, "Deleted in Entra");
        rules.check();
        keyboard.tick(page.locator("tbody input[type=checkbox]").first());
        press(page, keyboard, AriaRole.BUTTON, "Keep selected as they are");
        heading(page, "Keep 1 person as they are?");
        rules.check();
        press(page, keyboard, AriaRole.BUTTON, "Keep as they are");
        told(page, "Decided for 1 person.");
        keyboard.press(
                page.locator("a.btn", new Page.LocatorOptions().setHasText("Deactivate all")));
        told(page, "to confirm");
        rules.check();
        keyboard.type(page.locator("#typed"), "1000");
        page.keyboard().press("Enter");
        told(page, "That is not");
        rules.check();
        keyboard.type(page.locator("#typed"), page.locator("input[name=count]").inputValue());
        page.keyboard().press("Enter");
        told(page, "Decided for");
        rules.check();
    }

    @Test
    void everythingButLiveUpdatesWorksWithoutScripts() {
        Page page = chromium.window(false);
        signIn(page);
        page.getByRole(AriaRole.BUTTON, named("Dark theme")).first().click();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        page.navigate(console + "/individuals?status=confirmed");
        page.navigate(console + "/individuals");
        page.getByRole(AriaRole.LINK, named("Next")).click();
        page.getByRole(AriaRole.LINK, named("Previous")).click();
        page.locator("#q").fill("z");
        page.getByRole(AriaRole.BUTTON, named("Find")).click();
        told(page, "Two characters at least.");
        page.locator("#q").fill(system.demo().company().owner());
        page.getByRole(AriaRole.BUTTON, named("Find")).click();
        page.locator("tbody a").first().click();
        page.getByLabel("Reason").fill("Works from the moon");
        page.getByRole(AriaRole.BUTTON, named("Hold").setExact(true)).click();
        told(page, "Works from the moon");
        page.getByRole(AriaRole.BUTTON, named("Release")).click();
        assertThat(page.getByText("Works from the moon")).hasCount(0);
        page.navigate(console + "/overview");
        page.getByRole(AriaRole.BUTTON, named("Sync users")).first().click();
        page.waitForURL(url -> url.contains("/runs/"));
        eventually(page.locator("h1")).containsText("Finished", within());
        page.navigate(console + "/setup");
        page.getByRole(AriaRole.BUTTON, named("Save and look it up")).click();
        eventually(page.locator("#check")).containsText("Found", within());
        page.getByRole(AriaRole.BUTTON, named("Sign out")).first().click();
        assertThat(page.getByLabel("Password")).isVisible();
        page.context().close();
    }

    private void signIn(Page page) {
        Chromium.signIn(
                page,
                console,
                system.demo().company().owner(),
                system.stack().secrets().ownerPassword());
    }

    private static void press(Page page, Keyboard keyboard, AriaRole role, String name) {
        keyboard.press(
                page.locator("main")
                        .getByRole(
                                role, new Locator.GetByRoleOptions().setName(name).setExact(true))
                        .or(
                                page.locator(".side")
                                        .getByRole(
                                                role,
                                                new Locator.GetByRoleOptions()
                                                        .setName(name)
                                                        .setExact(true)))
                        .first());
    }

    private static void heading(Page page, String text) {
        eventually(page.locator("h1")).containsText(text, within());
    }

    private static void told(Page page, String text) {
        eventually(page.locator("main, .sign-in")).containsText(text, within());
    }

    private static LocatorAssertions eventually(Locator locator) {
        return assertThat(locator);
    }

    private static LocatorAssertions.ContainsTextOptions within() {
        return new LocatorAssertions.ContainsTextOptions()
                .setTimeout(Chromium.PATIENCE_MILLISECONDS);
    }
}
