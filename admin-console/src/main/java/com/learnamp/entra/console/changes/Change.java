package com.learnamp.entra.console.changes;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history: a real change of somebody.
 *
 * @param number the person's own count of changes
 * @param cause notification, full_sync …
 * @param reason more of it, in one word
 * @param differences by Learn Amp's API names; ids of people and teams with their names
 */
public record Change(
        long userId,
        long number,
        String name,
        @Nullable String department,
        Kind kind,
        String cause,
        @Nullable String reason,
        @Nullable UUID run,
        List<Difference> differences,
        @Nullable Instant noticedAt,
        @Nullable Instant observedAt,
        @Nullable Instant mappedAt,
        Instant writtenAt) {

    /** What happened to somebody, on the whole. */
    public enum Kind {
        CREATED,
        UPDATED,
        DEACTIVATED,
        REACTIVATED
    }

    /** One field. */
    public record Difference(String field, @Nullable String before, @Nullable String after) {

        @Override
        public String toString() {
            return "Difference[" + field + "]";
        }
    }

    public Change {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(writtenAt, "writtenAt");
        differences = List.copyOf(differences);
    }

    /** A name is personal data. */
    @Override
    public String toString() {
        return "Change[" + userId + "]";
    }
}
