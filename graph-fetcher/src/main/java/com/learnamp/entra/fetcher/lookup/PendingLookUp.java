package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Origin;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the queue, as claimed.
 *
 * @param generation of the newest hint at that time; a later one makes this work not the last
 * @param rereads reads so far that showed no change
 * @param attempts failures in a row
 * @param interrupted whether an earlier look-up of this row was begun and not written down, so that
 *     something older may have been told than the roster knows
 * @param trace that the oldest hint came with
 */
record PendingLookUp(
        EntraObjectId object,
        Hint.Kind kind,
        long generation,
        int rereads,
        int attempts,
        boolean interrupted,
        Set<CompanyId> askedBy,
        Origin.Cause cause,
        @Nullable Instant noticedAt,
        @Nullable String trace) {

    PendingLookUp {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(kind, "kind");
        askedBy = Set.copyOf(askedBy);
        Objects.requireNonNull(cause, "cause");
    }

    /** What the messages that come of it say. */
    Origin origin() {
        return Origin.ofCause(rereads > 0 ? Origin.Cause.RECHECK : cause, noticedAt);
    }
}
