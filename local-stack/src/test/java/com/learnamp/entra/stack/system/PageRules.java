package com.learnamp.entra.stack.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What holds of every page in light and dark, wide and narrow: WCAG 2.2 AA as axe-core sees it,
 * nothing that scrolls sideways, and no error in the browser's console.
 */
final class PageRules {

    private static final int HEIGHT = 900;
    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final String AXE = read("/axe.min.js");

    /** How the browser calls it an error that a form is answered with what is wrong in it. */
    private static final String REFUSED = "status of 400";

    private static final String VIOLATIONS =
            """
            async () => (await axe.run({
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                resultTypes: ['violations']
            })).violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id} at ${node.target.join(' ')}: ${node.failureSummary}`))
            """;

    private static final String SIDEWAYS =
            """
            () => [document.documentElement, ...document.querySelectorAll('.table-responsive')]
                .filter(each => each.scrollWidth > each.clientWidth)
                .map(each => `${each.className || each.tagName} is ${each.scrollWidth} wide in ${each.clientWidth}`)
            """;

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** Of the console's pages alone: on the way there may be others. */
    PageRules(Page page, String console) {
        this.page = page;
        page.onPageError(error -> complain("script", error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.text().contains(REFUSED)
                    && page.url().startsWith(console)) {
                complain("console", message.text());
            }
        });
    }

    /** Looks at the page that is open, without loading it anew but for the theme. */
    void check() {
        for (String theme : List.of("light", "dark")) {
            page.context().addCookies(List.of(new Cookie("theme", theme).setUrl(page.url())));
            page.evaluate("theme => document.documentElement.dataset.bsTheme = theme", theme);
            look(WIDE, theme);
            look(NARROW, theme);
        }
        page.setViewportSize(WIDE, HEIGHT);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void look(int width, String theme) {
        page.setViewportSize(width, HEIGHT);
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        String where = theme + ", " + width;
        if (width == NARROW) {
            ((List<?>) page.evaluate(SIDEWAYS))
                    .forEach(each -> complain(where, "sideways: " + each));
        }
        ((List<?>) page.evaluate(VIOLATIONS)).forEach(each -> complain(where, each));
    }

    private void complain(String where, Object what) {
        complaints.add(page.url() + " (" + where + "): " + what);
    }

    private static String read(String resource) {
        try (InputStream stream = PageRules.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(stream, resource).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
