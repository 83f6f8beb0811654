package com.learnamp.entra.fetcher.roster;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a company has just been told; written after Kafka has it.
 *
 * @param live whether a look-up said so, not a listing
 */
public record RosterWrite(
        RosterKey key,
        EntraObjectId group,
        RosterEntry.State state,
        Version version,
        long revision,
        ContentHash hash,
        @Nullable EntraObjectId manager,
        Instant at,
        boolean live) {

    public RosterWrite {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(at, "at");
    }
}
