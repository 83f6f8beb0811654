package com.learnamp.entra.console.changes;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are asked for; null asks for any.
 *
 * @param after the last one of the page before
 */
record HistoryFilter(
        @Nullable Long person, @Nullable UUID run, @Nullable String cause, @Nullable Cursor after) {

    /** Changes are in the order of their writing, the newest first. */
    record Cursor(Instant writtenAt, long person, long number) {

        static Cursor of(Change change) {
            return new Cursor(change.writtenAt(), change.userId(), change.number());
        }

        /**
         * @throws IllegalArgumentException if this is none
         */
        static Cursor parse(String text) {
            String[] parts = text.split("_", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("three parts");
            }
            try {
                return new Cursor(
                        Instant.parse(parts[0]),
                        Long.parseLong(parts[1]),
                        Long.parseLong(parts[2]));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("the first part is a time", e);
            }
        }

        @Override
        public String toString() {
            return writtenAt + "_" + person + "_" + number;
        }
    }
}
