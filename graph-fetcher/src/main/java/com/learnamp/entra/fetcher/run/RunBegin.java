package com.learnamp.entra.fetcher.run;

import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.graph.Cost;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a run begins, or begins anew.
 *
 * @param first everybody whom it sees has this version or a newer one
 * @param cost so far
 */
public record RunBegin(Version first, @Nullable String groupName, Instant at, Cost cost) {

    public RunBegin {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(at, "at");
    }
}
