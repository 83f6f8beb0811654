package com.learnamp.entra.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run as the API tells it, in words. */
public final class RunFigures {

    private static final List<String> FIGURES =
            List.of(
                    "created",
                    "linked",
                    "updated",
                    "unchanged",
                    "deactivated",
                    "reactivated",
                    "rejected",
                    "parked",
                    "waiting");

    private RunFigures() {}

    public static boolean ended(JsonNode run) {
        return !run.path("state").asText().equals("running");
    }

    /** Whether it tells what it would do, and has done nothing. */
    public static boolean previewed(JsonNode run) {
        return run.path("state").asText().equals("previewed");
    }

    public static boolean succeeded(JsonNode run) {
        return run.path("state").asText().equals("finished");
    }

    /** Where a run that goes on has come to. */
    static String progress(JsonNode run) {
        JsonNode progress = run.path("progress");
        if (previewed(run)) {
            return "preview ready: " + counts(run);
        }
        if (ended(run)) {
            return "sync " + run.path("state").asText();
        }
        if (!progress.isObject()) {
            return "sync asked for";
        }
        long compared = 0;
        for (String figure : FIGURES) {
            compared += run.path("figures").path(figure).asLong();
        }
        return "sync: %s, %d people read, %d written"
                .formatted(
                        progress.path("stage").asText().replace('_', ' '),
                        progress.path("peopleRead").asLong(),
                        compared);
    }

    /** Such as "1000 people: 1000 created, in 12.3 s". */
    public static String describe(JsonNode run) {
        if (previewed(run)) {
            return "Preview ready: %s; nothing is done before it is confirmed in the console"
                    .formatted(counts(run));
        }
        if (!succeeded(run)) {
            String message = run.path("failure").path("message").asText("");
            return "The sync %s. %s".formatted(run.path("state").asText(), message).strip();
        }
        return String.format(
                Locale.ROOT,
                "%d people in the group: %s, in %.1f s",
                run.path("figures").path("people").asLong(),
                counts(run),
                duration(run).toMillis() / 1_000.0);
    }

    /** Such as {@code 1000 created, 3 waiting}. */
    public static String counts(JsonNode run) {
        List<String> counts = new ArrayList<>();
        for (String figure : FIGURES) {
            long count = run.path("figures").path(figure).asLong();
            if (count > 0) {
                counts.add(count + " " + figure);
            }
        }
        return counts.isEmpty() ? "nothing to do" : String.join(", ", counts);
    }

    /** From its request to its end. */
    public static Duration duration(JsonNode run) {
        return Duration.between(
                Instant.parse(run.path("requestedAt").asText()),
                Instant.parse(run.path("endedAt").asText()));
    }
}
