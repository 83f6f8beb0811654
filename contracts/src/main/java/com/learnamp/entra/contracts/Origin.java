package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What led to a message, for people to read and for figures.
 *
 * @param cause what led to the read
 * @param run the run that it belongs to, if it belongs to one
 * @param trigger of that run
 * @param noticedAt when this product first had word of the change (a notification's arrival, an
 *     admin's request); the delay shown to people is measured from here
 * @param replay the replay that says it once more; only with {@link Cause#REPLAY}
 */
public record Origin(
        Cause cause,
        @Nullable SyncRunId run,
        @Nullable RunTrigger trigger,
        @Nullable Instant noticedAt,
        @Nullable Replay replay) {

    /**
     * Messages that are read from the topics again.
     *
     * @param trial whether it is only told what they would change: nothing is done
     */
    public record Replay(UUID id, boolean trial) {

        public Replay {
            Objects.requireNonNull(id, "id");
        }
    }

    /** What led to a read of Graph. */
    public enum Cause {
        NOTIFICATION,
        DELTA,
        FULL_SYNC,
        ADMIN,
        REPLAY,
        /**
         * A second look: a read that showed no change, or a person whom a complete run left
         * untouched.
         */
        RECHECK
    }

    public Origin {
        Objects.requireNonNull(cause, "cause");
        if ((run == null) != (trigger == null)) {
            throw new IllegalArgumentException("a run has a trigger, and only a run has one");
        }
        if (replay != null && cause != Cause.REPLAY) {
            throw new IllegalArgumentException("only a replay has a replay");
        }
    }

    public static Origin ofRun(SyncRunId run, RunTrigger trigger, Instant requestedAt) {
        return new Origin(Cause.FULL_SYNC, run, trigger, requestedAt, null);
    }

    public static Origin ofCause(Cause cause, @Nullable Instant noticedAt) {
        return new Origin(cause, null, null, noticedAt, null);
    }

    public static Origin ofReplay(Replay replay) {
        return new Origin(Cause.REPLAY, null, null, null, replay);
    }

    /** Whether it is only asked what this would change. */
    @JsonIgnore
    public boolean isTrial() {
        return replay != null && replay.trial();
    }
}
