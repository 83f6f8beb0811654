package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.graph.DirectoryUser;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What Graph said about somebody, after the bin was asked about whoever was not found. */
public sealed interface Reading {

    /** There, and directly or not in these of the groups asked about. */
    record Present(DirectoryUser profile, Set<UUID> memberOf) implements Reading {
        public Present {
            Objects.requireNonNull(profile, "profile");
            memberOf = Set.copyOf(memberOf);
        }
    }

    /** Soft-deleted: restorable. */
    record InBin() implements Reading {}

    /** Neither there nor in the bin: purged, or not replicated yet. */
    record Absent() implements Reading {}
}
