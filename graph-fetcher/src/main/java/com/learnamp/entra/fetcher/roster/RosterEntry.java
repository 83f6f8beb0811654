package com.learnamp.entra.fetcher.roster;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a company was told of somebody last.
 *
 * @param group the scope that it was decided by
 * @param version of the newest message
 * @param revision of the settings that it was read with
 * @param previousHash what was told before, null the first time
 * @param changedAt when what was told last changed
 * @param liveReadAt when a look-up last said so; null: only listings did
 */
public record RosterEntry(
        RosterKey key,
        EntraObjectId group,
        State state,
        Version version,
        long revision,
        ContentHash hash,
        @Nullable ContentHash previousHash,
        Instant changedAt,
        @Nullable Instant liveReadAt) {

    /** Where somebody stands. */
    public enum State {
        IN_SCOPE,
        DEPARTED
    }

    public RosterEntry {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(changedAt, "changedAt");
    }

    public boolean inScope() {
        return state == State.IN_SCOPE;
    }

    /** Whether what was told changed so recently that another replica may not know yet. */
    public boolean changedLately(Instant now, Duration window) {
        return changedAt.plus(window).isAfter(now);
    }

    /** Whether a look-up is the source, and a recent one. */
    public boolean liveLately(Instant now, Duration window) {
        return liveReadAt != null && liveReadAt.plus(window).isAfter(now);
    }
}
