package com.learnamp.entra.console.syncs;

import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run, as far as it has come.
 *
 * @param requestedBy null where nobody pressed anything
 * @param progress null until graph-fetcher has taken it up
 */
public record SyncRun(
        SyncRunId id,
        RunTrigger trigger,
        @Nullable String requestedBy,
        Instant requestedAt,
        long revision,
        State state,
        @Nullable Instant endedAt,
        @Nullable Failure failure,
        @Nullable Progress progress,
        Figures figures,
        Photos photos) {

    /** Where a run stands. */
    public enum State {
        RUNNING,
        FINISHED,
        FAILED,
        /** Newer settings, or a newer run in place of one that was lost. */
        SUPERSEDED,
        /** The first in its scope: what it would do waits for an admin, and nothing was done. */
        PREVIEWED
    }

    /**
     * @param category for programs
     * @param message for people: what is wrong and what to do
     */
    public record Failure(@Nullable String category, @Nullable String message) {}

    /**
     * How far graph-fetcher has read.
     *
     * @param requests to Microsoft Graph so far; a batch is one
     * @param resourceUnits what they have cost, as Graph counts it
     * @param byDelta whether Graph was asked what has changed, and nobody was listed
     * @param restarts how often the list was begun anew
     * @param waitsUntil until when nothing is asked; null while nothing waits
     * @param unreachable whether it waits because Microsoft can't be reached
     * @param behind the run of the company whose end it waits for; null if it waits for none
     */
    public record Progress(
            Stage stage,
            long peopleRead,
            @Nullable Long peopleExpected,
            long pages,
            long requests,
            long resourceUnits,
            boolean byDelta,
            long restarts,
            @Nullable Instant waitsUntil,
            boolean unreachable,
            @Nullable SyncRunId behind) {

        /** What graph-fetcher does of it at the moment. */
        public enum Stage {
            QUEUED,
            LISTING,
            CHECKING_LEAVERS,
            COMPLETE,
            FAILED,
            SUPERSEDED
        }
    }

    /**
     * What provisioning-writer has made of it, or would make of it; each person counts once.
     *
     * @param waiting how many leavers the guard has kept back
     */
    public record Figures(
            long people,
            long created,
            long linked,
            long updated,
            long unchanged,
            long deactivated,
            long reactivated,
            long rejected,
            long parked,
            long lookedUp,
            long waiting) {

        /** How many people of the group have been compared with Learn Amp. */
        public long compared() {
            return created + linked + updated + unchanged + reactivated + rejected + parked;
        }
    }

    /**
     * What photo-sync has made of it; photos go on when everything else has ended.
     *
     * @param waiting how many are still to be looked at
     */
    public record Photos(
            long lookedAt, long unchanged, long fetched, long removed, long refused, long waiting) {

        public boolean any() {
            return lookedAt + waiting > 0;
        }
    }

    public SyncRun {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(requestedAt, "requestedAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(photos, "photos");
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** graph-fetcher has given it up: nothing comes of it but the word that it has ended. */
    boolean hasStoppedReading() {
        return progress != null
                && (progress.stage() == Progress.Stage.FAILED
                        || progress.stage() == Progress.Stage.SUPERSEDED);
    }
}
