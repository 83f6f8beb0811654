package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.fetcher.roster.ContentHash;
import com.learnamp.entra.fetcher.roster.RosterEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When somebody is read again, since a read can be stale; and after a failure. */
record RereadPlan(List<Duration> pauses, Duration firstPause, Duration longestPause) {

    RereadPlan {
        pauses = List.copyOf(pauses);
    }

    /** Whether the reading after so many repetitions is the last one planned. */
    boolean isLast(int rereads) {
        return rereads >= pauses.size();
    }

    /**
     * @param told whether some company was told something
     * @param doubtful whether what was told goes back on what a recent reading said, or something
     *     was not told because it is not certain yet
     * @param explained whether some company was told a change of this person lately
     */
    Fate after(PendingLookUp row, boolean told, boolean doubtful, boolean explained, Instant now) {
        // Delta repeats what notifications told before. Where they told nothing, what it speaks of
        // may not be known to the replica that was asked.
        boolean news = told || (row.cause() == Origin.Cause.DELTA && explained);
        if (isLast(row.rereads()) || (news && !doubtful)) {
            return Fate.DONE;
        }
        return new Fate.ReadAgain(now.plus(pauses.get(row.rereads())));
    }

    /** Grows with each failure in a row, and is as long as Graph asks. */
    Duration pauseAfterFailure(int attempts, Optional<Duration> retryAfter) {
        long grown = firstPause.toMillis() << Math.min(attempts, 16);
        Duration pause = Duration.ofMillis(Math.min(grown, longestPause.toMillis()));
        return retryAfter.filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
    }

    /**
     * Whether a reading goes back to what was told before the last change: perhaps a stale replica.
     */
    static boolean goesBack(RosterEntry known, boolean inScope, ContentHash hash) {
        return known.inScope() != inScope
                || (inScope && hash.equals(known.previousHash()) && !hash.equals(known.hash()));
    }
}
