package com.learnamp.entra.stack.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How a schedule ended.
 *
 * @param rest how long after the last trouble store and directory were equal
 * @param complaints each difference, and each person who was deactivated without having left
 */
record Outcome(Schedule schedule, Duration rest, int deactivated, List<String> complaints) {

    Outcome {
        complaints = List.copyOf(complaints);
    }

    String describe() {
        return String.format(
                Locale.ROOT,
                "seed %d: %d people, %d changes, %d deactivated, %s",
                schedule.seed(),
                schedule.people(),
                schedule.changes(),
                deactivated,
                complaints.isEmpty()
                        ? "equal after %.0f s".formatted(rest.toMillis() / 1_000.0)
                        : complaints.size() + " COMPLAINTS: " + complaints);
    }

    static String summary(List<Outcome> outcomes, int deaths) {
        long bad = outcomes.stream().filter(each -> !each.complaints().isEmpty()).count();
        Duration longest =
                outcomes.stream().map(Outcome::rest).max(Duration::compareTo).orElse(Duration.ZERO);
        return String.format(
                Locale.ROOT,
                "%d seeds: %d people, %d changes, %d deactivated, graph-fetcher ended %d times; %d seeds with"
                        + " differences; equal after %.0f s at most",
                outcomes.size(),
                outcomes.stream().mapToInt(each -> each.schedule().people()).sum(),
                outcomes.stream().mapToInt(each -> each.schedule().changes()).sum(),
                outcomes.stream().mapToInt(Outcome::deactivated).sum(),
                deaths,
                bad,
                longest.toMillis() / 1_000.0);
    }
}
