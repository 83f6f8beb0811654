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

    /** The person replaced it by hand; the picture is still stored. */
    record SetBack() implements PhotoDecision {}

    /** Another picture than the last one: get its bytes. */
    record Fetch(PhotoSize size, String mediaEtag) implements PhotoDecision {}

    /** None in Entra: take away what this integration set, and only that. */
    record Remove() implements PhotoDecision {}

    /** Not now. */
    record Postpone(Duration pause) implements PhotoDecision {}

    Duration AFTER_FAILURE = Duration.ofMinutes(1);

    /** The squares that Graph keeps are made from an upload at least as large. */
    int SMALLEST_FOR_SQUARE = 240;

    static PhotoDecision decide(PhotoReading reading, StoredPhoto stored) {
        return switch (reading) {
            case PhotoReading.NoPhoto none -> new Remove();
            case PhotoReading.Failed failed -> new Postpone(pause(failed.reason()));
            case PhotoMetadata photo -> {
                boolean same = stored.settled() && photo.mediaEtag().equals(stored.mediaEtag());
                if (!same) {
                    yield new Fetch(size(photo), photo.mediaEtag());
                }
                yield stored.set() == null || stored.showsWhatWasSet() ? new Keep() : new SetBack();
            }
        };
    }

    static Duration pause(GraphException reason) {
        return reason.retryAfter().orElse(AFTER_FAILURE);
    }

    private static PhotoSize size(PhotoMetadata photo) {
        return photo.width() >= SMALLEST_FOR_SQUARE && photo.height() >= SMALLEST_FOR_SQUARE
                ? PhotoSize.PX_240
                : PhotoSize.LARGEST;
    }
}
