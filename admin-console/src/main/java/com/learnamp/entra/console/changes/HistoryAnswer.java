package com.learnamp.entra.console.changes;

import com.learnamp.entra.console.input.StoredWords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes, as programs get them.
 *
 * @param next where the next page begins; null on the last
 */
record HistoryAnswer(List<One> changes, @Nullable String next) {

    record Values(@Nullable String before, @Nullable String after) {

        @Override
        public String toString() {
            return "Values[redacted]";
        }
    }

    /**
     * @param changes by Learn Amp's API names; people and teams by their names
     * @param noticedAt when there was first word of it
     * @param observedAt when Graph was read
     * @param mappedAt when the command was made
     */
    record One(
            long personId,
            long number,
            String name,
            String kind,
            String cause,
            @Nullable String reason,
            @Nullable UUID runId,
            Map<String, Values> changes,
            @Nullable Instant noticedAt,
            @Nullable Instant observedAt,
            @Nullable Instant mappedAt,
            Instant writtenAt) {

        static One of(Change change) {
            Map<String, Values> changes = new LinkedHashMap<>();
            change.differences()
                    .forEach(
                            one -> changes.put(one.field(), new Values(one.before(), one.after())));
            return new One(
                    change.userId(),
                    change.number(),
                    change.name(),
                    StoredWords.of(change.kind()),
                    change.cause(),
                    change.reason(),
                    change.run(),
                    changes,
                    change.noticedAt(),
                    change.observedAt(),
                    change.mappedAt(),
                    change.writtenAt());
        }

        /** A name is personal data. */
        @Override
        public String toString() {
            return "One[" + personId + "]";
        }
    }

    /**
     * @param found one more than the page has, if there is a next one
     */
    static HistoryAnswer of(List<Change> found, int most) {
        List<Change> shown = found.subList(0, Math.min(most, found.size()));
        return new HistoryAnswer(
                shown.stream().map(One::of).toList(),
                found.size() > most ? HistoryFilter.Cursor.of(shown.getLast()).toString() : null);
    }
}
