package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.roster.ContentHash;
import com.learnamp.entra.fetcher.roster.RosterEntry;
import com.learnamp.entra.graph.DirectoryUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody in a listing.
 *
 * @param scope when it was read that he is in scope; the rest of him may have been read later
 */
record ListedRow(DirectoryUser user, Version scope) {

    ListedRow {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(scope, "scope");
    }

    /** What is done with it. */
    enum Decision {
        PUBLISH,
        /** A look-up has said otherwise of late, or since: another one tells who is right. */
        LOOK_UP,
        /** Something newer has been told already. */
        SKIP
    }

    /**
     * @param page when the row's page was asked for
     * @param staleness for how long a look-up may know better than a listing
     */
    static Decision decide(
            Optional<RosterEntry> known,
            ContentHash hash,
            Version scope,
            Version page,
            Instant now,
            Duration staleness) {
        if (known.isEmpty()) {
            return Decision.PUBLISH;
        }
        RosterEntry entry = known.get();
        boolean departedSince = !entry.inScope() && entry.version().isNewerThan(scope);
        boolean contradicts = !entry.inScope() || !entry.hash().equals(hash);
        if (departedSince || (contradicts && entry.liveLately(now, staleness))) {
            return Decision.LOOK_UP;
        }
        return entry.version().isNewerThan(page) ? Decision.SKIP : Decision.PUBLISH;
    }
}
