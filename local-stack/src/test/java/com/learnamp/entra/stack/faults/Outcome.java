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

    /** A trial that came to no comparison. */
    static Outcome failed(Schedule schedule, Exception failure) {
        return new Outcome(schedule, Duration.ZERO, 0, List.of("not compared: " + failure));
    }

    static String summary(List<Outcome> outcomes, int deaths) {
        List<String> bad =
                outcomes.stream()
                        .filter(each -> !each.complaints().isEmpty())
                        .map(each -> Long.toString(each.schedule().seed()))
                        .toList();
        Duration longest =
                outcomes.stream().map(Outcome::rest).max(Duration::compareTo).orElse(Duration.ZERO);
        return String.format(
                Locale.ROOT,
                "%s: seeds %d to %d, %d people, %d changes, %d deactivated, graph-fetcher ended %d times,"
                        + " equal after %.0f s at most",
                bad.isEmpty()
                        ? "NO DIFFERENCE"
                        : "DIFFERENCES in %d seeds (%s)"
                                .formatted(bad.size(), String.join(", ", bad)),
                outcomes.getFirst().schedule().seed(),
                outcomes.getLast().schedule().seed(),
                outcomes.stream().mapToInt(each -> each.schedule().people()).sum(),
                outcomes.stream().mapToInt(each -> each.schedule().changes()).sum(),
                outcomes.stream().mapToInt(Outcome::deactivated).sum(),
                deaths,
                longest.toMillis() / 1_000.0);
    }
}
