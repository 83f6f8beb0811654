package com.learnamp.entra.console.syncs;

import com.learnamp.entra.console.input.StoredWords;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as programs get it. */
public record SyncRunAnswer(
        UUID id,
        String trigger,
        @Nullable String requestedBy,
        Instant requestedAt,
        long revision,
        String state,
        @Nullable Instant endedAt,
        SyncRun.@Nullable Failure failure,
        @Nullable Progress progress,
        SyncRun.Figures figures,
        SyncRun.Photos photos) {

    record Progress(
            String stage,
            long peopleRead,
            @Nullable Long peopleExpected,
            long pages,
            long requests,
            long resourceUnits,
            boolean byDelta,
            long restarts,
            @Nullable Instant waitsUntil) {}

    record Page(List<SyncRunAnswer> syncRuns) {}

    public static SyncRunAnswer of(SyncRun run) {
        return new SyncRunAnswer(
                run.id().value(),
                StoredWords.of(run.trigger()),
                run.requestedBy(),
                run.requestedAt(),
                run.revision(),
                StoredWords.of(run.state()),
                run.endedAt(),
                run.failure(),
                progress(run.progress()),
                run.figures(),
                run.photos());
    }

    private static @Nullable Progress progress(SyncRun.@Nullable Progress progress) {
        return progress == null
                ? null
                : new Progress(
                        StoredWords.of(progress.stage()),
                        progress.peopleRead(),
                        progress.peopleExpected(),
                        progress.pages(),
                        progress.requests(),
                        progress.resourceUnits(),
                        progress.byDelta(),
                        progress.restarts(),
                        progress.waitsUntil());
    }
}
