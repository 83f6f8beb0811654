package com.learnamp.entra.stack.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;

/** Takes pictures of the page that is open: of all of it, but never of more than a few screens. */
record Camera(Page page, Path directory) {

    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int HEIGHT = 800;
    private static final int MOST = 1700;

    void wide(String name) {
        take(name, "light", WIDE);
    }

    void wideDark(String name) {
        take(name + "-dark", "dark", WIDE);
    }

    void narrow(String name) {
        take(name + "-390", "light", NARROW);
    }

    void narrowDark(String name) {
        take(name + "-390-dark", "dark", NARROW);
    }

    /**
     * From here on; what was sent as a form is not shown anew, so it has to be in this light
     * already.
     */
    void light(String theme) {
        if (!theme.equals(page.locator("html").getAttribute("data-bs-theme"))) {
            page.context().addCookies(List.of(new Cookie("theme", theme).setUrl(page.url())));
            page.reload();
        }
    }

    private void take(String name, String theme, int width) {
        light(theme);
        page.setViewportSize(width, HEIGHT);
        int whole = (int) page.evaluate("() => document.documentElement.scrollHeight");
        page.setViewportSize(width, Math.clamp(whole, HEIGHT, MOST));
        page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); }");
        page.screenshot(new Page.ScreenshotOptions().setPath(directory.resolve(name + ".png")));
    }
}
