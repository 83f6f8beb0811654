package com.learnamp.entra.console.guard;

import com.learnamp.entra.console.page.Times;
import org.jspecify.annotations.Nullable;

/**
 * A review as pages show it.
 *
 * @param most the limit that it would have been over; null for another cause
 */
public record ReviewView(
        String id,
        String kind,
        String cause,
        String state,
        @Nullable Long most,
        @Nullable Long hours,
        long waiting,
        long rejected,
        Times.Moment since,
        Times.Moment expires) {

    public static ReviewView of(Review review, Times times) {
        return new ReviewView(
                review.id().toString(),
                review.kind(),
                review.cause(),
                review.state(),
                review.mostPeople(),
                review.windowHours(),
                review.waiting(),
                review.rejected(),
                times.at(review.openedAt()),
                times.at(review.expiresAt()));
    }
}
