package com.learnamp.entra.fetcher.run;

import com.learnamp.entra.contracts.RunEnded.Outcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a run ended, for its row and for its last message. */
public sealed interface RunEnd {

    /** Everybody in scope was seen, and that is proved. */
    record Complete() implements RunEnd {}

    /**
     * @param category for machines
     * @param message for an admin
     */
    record Failed(String category, String message) implements RunEnd {
        public Failed {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(message, "message");
        }
    }

    /** Newer settings came, or the company is disconnected. */
    record Superseded() implements RunEnd {}

    default Outcome outcome() {
        return switch (this) {
            case Complete complete -> new Outcome.Complete();
            case Failed failed -> new Outcome.Failed(failed.category(), failed.message());
            case Superseded superseded -> new Outcome.Superseded();
        };
    }

    default String state() {
        return switch (this) {
            case Complete complete -> "complete";
            case Failed failed -> "failed";
            case Superseded superseded -> "superseded";
        };
    }

    default @Nullable String category() {
        return this instanceof Failed failed ? failed.category() : null;
    }

    default @Nullable String message() {
        return this instanceof Failed failed ? failed.message() : null;
    }
}
