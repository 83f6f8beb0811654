package com.learnamp.entra.stack.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever is woken by an alert finds a page that says what to do. */
class RunbooksTest {

    private static final Pattern ALERT =
            Pattern.compile(
                    "(?ms)- alert: (\\w+)$(?:(?!- alert:).)*?runbook:"
                            + " (docs/runbooks/[\\w-]+\\.md)$");
    private static final Pattern NAME = Pattern.compile("- alert: (\\w+)");
    private static final List<String> PARTS = List.of("## Symptom", "## Look", "## Do", "## Tried");

    @Test
    void everyAlertHasItsPage() {
        String alerts = Repository.read("deploy/prometheus/alerts.yaml");

        assertThat(ALERT.matcher(alerts).results().map(alert -> alert.group(1)).toList())
                .isNotEmpty()
                .isEqualTo(Repository.all(NAME, alerts));
        ALERT.matcher(alerts)
                .results()
                .forEach(alert -> {
                    assertThat(alert.group(2)).isEqualTo(page(alert.group(1)));
                    assertThat(Repository.read(alert.group(2))).contains(PARTS);
                });
    }

    private static String page(String alert) {
        String words = alert.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return "docs/runbooks/" + words + ".md";
    }
}
