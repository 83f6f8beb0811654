package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who has no mouse: Tab to where it goes on, then Enter, Space or text. */
record Keyboard(Page page) {

    private static final int MOST_TABS = 200;

    private static final String FOCUSED = "each => each === document.activeElement";

    /** Has a ring or the like, and is not hidden under what sticks to the window's edge. */
    private static final String PLAIN_TO_SEE =
            """
            each => {
                const style = getComputedStyle(each), box = each.getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return each.matches(':focus-visible')
                    && (style.outlineStyle !== 'none' || style.boxShadow !== 'none')
                    && (each.contains(top) || (top !== null && top.contains(each)));
            }
            """;

    void press(Locator control) {
        goTo(control);
        page.keyboard().press("Enter");
    }

    void tick(Locator box) {
        goTo(box);
        page.keyboard().press("Space");
    }

    /** In place of what the field had. */
    void type(Locator field, String text) {
        goTo(field);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    /** Arrows go from one choice to the next. */
    void choose(Locator choices, String value) {
        goTo(choices.and(page.locator(":checked")));
        for (int choice = 0; choice < choices.count(); choice++) {
            if (choices.and(page.locator(":checked")).inputValue().equals(value)) {
                return;
            }
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError("no arrow leads to " + value);
    }

    private void goTo(Locator target) {
        target.waitFor();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if ((boolean) target.evaluate(FOCUSED)) {
                assertThat((boolean) target.evaluate(PLAIN_TO_SEE))
                        .as("one can see that the focus is on %s", target)
                        .isTrue();
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no Tab leads to " + target + " on " + page.url());
    }
}
