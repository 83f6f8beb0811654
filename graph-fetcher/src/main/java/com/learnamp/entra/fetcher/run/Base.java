package com.learnamp.entra.fetcher.run;

import com.learnamp.entra.contracts.Version;
import java.time.Instant;
import java.util.Objects;

/**
 * The last full listing of a company, on which a sync by delta builds.
 *
 * @param first everybody whom it saw has this version or a newer one
 */
public record Base(Version first, Instant startedAt) {

    public Base {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(startedAt, "startedAt");
    }
}
