package com.learnamp.entra.console.syncs;

import com.learnamp.entra.contracts.RunTrigger;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are looked for.
 *
 * @param trigger null: whatever began them
 * @param state null: whatever came out
 * @param from asked for then or later
 * @param before asked for earlier
 */
public record RunFilter(
        @Nullable RunTrigger trigger, SyncRun.@Nullable State state, Instant from, Instant before) {

    public RunFilter {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(before, "before");
    }
}
