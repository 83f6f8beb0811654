package com.learnamp.entra.simulator.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an object is there.
 *
 * @param since when it was deleted; null while it is there
 */
public record Life(State state, @Nullable Instant since) {

    public static final Life LIVE = new Life(State.LIVE, null);

    public enum State {
        LIVE,
        /** In the bin: it can be restored, and keeps its memberships. */
        DELETED,
        PURGED
    }

    public boolean isLive() {
        return state == State.LIVE;
    }
}
