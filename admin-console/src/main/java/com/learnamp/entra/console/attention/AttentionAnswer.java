package com.learnamp.entra.console.attention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What needs attention, as programs get it.
 *
 * @param next where the next page begins; null on the last
 */
record AttentionAnswer(List<One> attention, @Nullable String next) {

    record One(
            UUID objectId,
            @Nullable Long personId,
            @Nullable String name,
            String reason,
            @Nullable String detail,
            Instant since,
            AttentionRow.@Nullable Holder holder,
            List<String> choices) {

        static One of(AttentionRow row) {
            return new One(
                    row.objectId(),
                    row.userId(),
                    row.name(),
                    row.reason(),
                    row.detail(),
                    row.since(),
                    row.holder(),
                    row.choices());
        }

        /** A name is personal data. */
        @Override
        public String toString() {
            return "One[" + objectId + "]";
        }
    }

    /**
     * @param found one more than the page has, if there is a next one
     */
    static AttentionAnswer of(List<AttentionRow> found, int most) {
        List<AttentionRow> shown = found.subList(0, Math.min(most, found.size()));
        return new AttentionAnswer(
                shown.stream().map(One::of).toList(),
                found.size() > most ? shown.getLast().cursor() : null);
    }
}
