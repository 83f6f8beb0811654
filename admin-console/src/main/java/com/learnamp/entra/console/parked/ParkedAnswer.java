package com.learnamp.entra.console.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is parked, as programs get it.
 *
 * @param next where the next page begins; null on the last
 */
record ParkedAnswer(List<One> parked, @Nullable Long next) {

    /**
     * @param payload as text; only of one that is asked for by its id
     */
    record One(
            long id,
            String service,
            String topic,
            int partition,
            long offset,
            String key,
            @Nullable Long companyId,
            @Nullable UUID objectId,
            String reason,
            String state,
            int attempts,
            Instant parkedAt,
            Instant lastAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String payload) {

        static One of(ParkedRow row) {
            return of(row, null);
        }

        static One whole(ParkedRow row) {
            return of(row, new String(row.payload(), StandardCharsets.UTF_8));
        }

        private static One of(ParkedRow row, @Nullable String payload) {
            return new One(
                    row.id(),
                    row.service(),
                    row.topic(),
                    row.partition(),
                    row.offset(),
                    row.key(),
                    row.company(),
                    row.objectId(),
                    row.reason(),
                    row.state(),
                    row.attempts(),
                    row.parkedAt(),
                    row.lastAt(),
                    row.decidedBy(),
                    row.decidedAt(),
                    row.note(),
                    payload);
        }

        /** Personal data. */
        @Override
        public String toString() {
            return "One[" + id + "]";
        }
    }

    /**
     * @param found one more than the page has, if there is a next one
     */
    static ParkedAnswer of(List<ParkedRow> found, int most) {
        List<ParkedRow> shown = found.subList(0, Math.min(most, found.size()));
        return new ParkedAnswer(
                shown.stream().map(One::of).toList(),
                found.size() > most ? Long.valueOf(shown.getLast().id()) : null);
    }
}
