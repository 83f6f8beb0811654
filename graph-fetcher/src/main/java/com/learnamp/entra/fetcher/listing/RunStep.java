package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.graph.Spending;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lookup.Hint;
import com.learnamp.entra.fetcher.run.Listing;
import com.learnamp.entra.fetcher.run.Progress;
import com.learnamp.entra.fetcher.run.Stage;
import com.learnamp.entra.graph.GraphTenant;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One step of a run: what it works with, and what it has cost so far. */
record RunStep(
        Lease lease,
        Listing listing,
        IntegrationSettings settings,
        GraphTenant graph,
        Spending spending) {

    /** A request, counted. */
    <T> T ask(Supplier<T> request) {
        return CountRequests.into(spending, request);
    }

    EntraObjectId group() {
        return listing.group();
    }

    /** Somebody is to be looked at by the queue; told is only what has changed. */
    Hint look(EntraObjectId person, Instant at) {
        return hint(person, null, at);
    }

    /** Likewise, and the company is told whatever he is found to be. */
    Hint answer(EntraObjectId person, Instant at) {
        return hint(person, settings.company(), at);
    }

    private Hint hint(EntraObjectId person, @Nullable CompanyId askedBy, Instant at) {
        return new Hint(
                lease.tenant(), person, Hint.Kind.JOINER, Origin.Cause.RECHECK, askedBy, at, at);
    }

    Progress next(Stage stage, @Nullable String checkpoint, int pages, int people) {
        return new Progress(stage, checkpoint, pages, people, spending.soFar());
    }
}
