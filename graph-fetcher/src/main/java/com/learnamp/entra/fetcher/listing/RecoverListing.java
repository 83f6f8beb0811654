package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.fetcher.connection.Connections;
import com.learnamp.entra.fetcher.connection.Trouble;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.run.ListingConfig;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.fetcher.run.RunEnd;
import com.learnamp.entra.fetcher.run.Stage;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphException.Category;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** After a step that Graph did not let happen: begin the stage anew, wait, or give the run up. */
@ApplicationScoped
class RecoverListing {

    private final DirectoryStore store;
    private final Listings listings;
    private final Connections connections;
    private final BeginListing begin;
    private final EndRun endRun;
    private final ListingConfig config;
    private final CountRequests counts;
    private final Clock clock;

    RecoverListing(
            DirectoryStore store,
            Listings listings,
            Connections connections,
            BeginListing begin,
            EndRun endRun,
            ListingConfig config,
            CountRequests counts,
            Clock clock) {
        this.store = store;
        this.listings = listings;
        this.connections = connections;
        this.begin = begin;
        this.endRun = endRun;
        this.config = config;
        this.counts = counts;
        this.clock = clock;
    }

    void after(RunStep step, GraphException failure) {
        counts.failed(failure);
        switch (failure.category()) {
            case THROTTLED, UNAVAILABLE -> await(step, failure);
            case PAGE_LOST -> {
                if (step.listing().restarts() < config.mostRestarts()) {
                    beginStageAnew(step);
                } else {
                    fail(step, failure);
                }
            }
            case SECRET_WRONG,
                    SECRET_EXPIRED,
                    APP_UNKNOWN,
                    TENANT_UNKNOWN,
                    CONSENT_MISSING,
                    TOKEN_REFUSED,
                    FORBIDDEN,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    ENDPOINT_REFUSED,
                    RESYNC_REQUIRED,
                    REFUSED,
                    MALFORMED ->
                    fail(step, failure);
        }
    }

    private void beginStageAnew(RunStep step) {
        store.under(
                step.lease(),
                connection -> {
                    listings.restarted(connection, step.listing().run());
                    if (step.listing().stage() == Stage.TENANT_USERS) {
                        listings.advance(
                                connection,
                                step.listing().run(),
                                step.next(Stage.TENANT_USERS, null, 0, 0));
                    }
                    return true;
                });
        if (step.listing().stage() == Stage.SCOPE) {
            begin.anew(step);
        }
    }

    private void await(RunStep step, GraphException failure) {
        Duration pause = pause(step, failure);
        store.under(
                step.lease(),
                connection -> {
                    listings.await(
                            connection,
                            step.listing().run(),
                            clock.instant().plus(pause),
                            step.spending().soFar());
                    Optional<Trouble> trouble = Trouble.of(failure);
                    if (trouble.isPresent()) {
                        connections.troubled(connection, step.settings(), trouble.get());
                    }
                    return true;
                });
    }

    private Duration pause(RunStep step, GraphException failure) {
        Duration grown =
                config.firstPause().multipliedBy(1L << Math.min(step.listing().attempts(), 10));
        Duration pause = grown.compareTo(config.longestPause()) < 0 ? grown : config.longestPause();
        return failure.retryAfter().filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
    }

    private void fail(RunStep step, GraphException failure) {
        Optional<Trouble> trouble =
                failure.category() == Category.NOT_FOUND
                        ? Optional.of(Trouble.groupNotFound())
                        : Trouble.of(failure);
        if (trouble.isPresent()) {
            endRun.failed(step, trouble.get());
        } else {
            String message = Objects.requireNonNullElse(failure.getMessage(), "Graph failed.");
            endRun.failed(step, new RunEnd.Failed(failure.category().name(), message));
        }
    }
}
