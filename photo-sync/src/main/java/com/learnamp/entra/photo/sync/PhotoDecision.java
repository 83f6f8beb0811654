package com.learnamp.entra.photo.sync;

import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.PhotoReading;
import com.learnamp.entra.graph.PhotoReading.PhotoMetadata;
import com.learnamp.entra.graph.PhotoSize;
import java.time.Duration;

/** What is done about somebody's photo, now that Graph has said which one there is. */
sealed interface PhotoDecision {

    /** The avatar is Entra's already. */
    record Keep() implements PhotoDecision {}

    /** None in Entra, and none that this integration set. */
    record None() implements PhotoDecision {}

    /** The person replaced it by hand; the picture is still stored. */
    record SetBack() implements PhotoDecision {}

    /** Another picture than the last one: get its bytes. */
    record Fetch(PhotoSize size, String mediaEtag) implements PhotoDecision {}

    /** None in Entra: take away what this integration set, and only that. */
    record Remove() implements PhotoDecision {}

    /** Not now. */
    record Postpone(Duration pause) implements PhotoDecision {}

    /** Graph refuses this person again and again; the next sync asks again. */
    record GiveUp() implements PhotoDecision {}

    Duration AFTER_FAILURE = Duration.ofSeconds(10);
    Duration LONGEST_PAUSE = Duration.ofHours(1);
    int MOST_REFUSALS = 5;

    /** The squares that Graph keeps are made from an upload at least as large. */
    int SMALLEST_FOR_SQUARE = 240;

    /**
     * @param attempts with this row, this one included
     */
    static PhotoDecision decide(PhotoReading reading, StoredPhoto stored, int attempts) {
        return switch (reading) {
            case PhotoReading.NoPhoto none -> stored.set() == null ? new None() : new Remove();
            case PhotoReading.Failed failed -> afterFailure(failed.reason(), attempts);
            case PhotoMetadata photo -> {
                boolean same = stored.settled() && photo.mediaEtag().equals(stored.mediaEtag());
                if (!same) {
                    yield new Fetch(size(photo), photo.mediaEtag());
                }
                yield stored.set() == null || stored.showsWhatWasSet() ? new Keep() : new SetBack();
            }
        };
    }

    /** Weather is waited out, however long it lasts; a refusal is not asked about for ever. */
    static PhotoDecision afterFailure(GraphException reason, int attempts) {
        return reason.category().passing() || attempts < MOST_REFUSALS
                ? new Postpone(pause(reason, attempts))
                : new GiveUp();
    }

    /** As long as Graph says; else each time twice as long. */
    static Duration pause(GraphException reason, int attempts) {
        return reason.retryAfter()
                .orElseGet(() -> {
                    Duration doubled = Readiness.doubled(AFTER_FAILURE, attempts);
                    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
                });
    }

    private static PhotoSize size(PhotoMetadata photo) {
        return photo.width() >= SMALLEST_FOR_SQUARE && photo.height() >= SMALLEST_FOR_SQUARE
                ? PhotoSize.PX_240
                : PhotoSize.LARGEST;
    }
}
