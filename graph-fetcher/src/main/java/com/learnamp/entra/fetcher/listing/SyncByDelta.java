package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.connection.Connections;
import com.learnamp.entra.fetcher.follow.FollowNow;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lookup.LookUpConfig;
import com.learnamp.entra.fetcher.roster.Roster;
import com.learnamp.entra.fetcher.run.Base;
import com.learnamp.entra.fetcher.run.Bases;
import com.learnamp.entra.fetcher.run.Listing;
import com.learnamp.entra.fetcher.run.ListingConfig;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.fetcher.run.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The daily sync without a listing: Graph is asked what has changed since a recent full listing,
 * which is one request for each delta link. Who has changed is looked up; everybody else is told
 * again as he was, so that Learn Amp's side is put right too, and photos have their round.
 */
@ApplicationScoped
class SyncByDelta {

    private final DirectoryStore store;
    private final Bases bases;
    private final Listings listings;
    private final FollowNow followNow;
    private final TellAgain tellAgain;
    private final Roster roster;
    private final Connections connections;
    private final ListingConfig config;
    private final LookUpConfig lookUps;
    private final Clock clock;

    SyncByDelta(
            DirectoryStore store,
            Bases bases,
            Listings listings,
            FollowNow followNow,
            TellAgain tellAgain,
            Roster roster,
            Connections connections,
            ListingConfig config,
            LookUpConfig lookUps,
            Clock clock) {
        this.store = store;
        this.bases = bases;
        this.listings = listings;
        this.followNow = followNow;
        this.tellAgain = tellAgain;
        this.roster = roster;
        this.connections = connections;
        this.config = config;
        this.lookUps = lookUps;
        this.clock = clock;
    }

    /**
     * What the run may build on. The listing's replicas may have lagged behind: so the links must
     * be older than it, by as long as that can last.
     */
    Optional<Base> base(RunStep step) {
        Listing listing = step.listing();
        if (listing.trigger() != RunTrigger.SCHEDULE
                || !store.transaction(
                        connection -> connections.isOk(connection, step.settings()))) {
            return Optional.empty();
        }
        Instant oldest = clock.instant().minus(config.fullEvery());
        return store.transaction(connection ->
                        bases.newest(connection, listing, oldest, lookUps.staleness()))
                .filter(base ->
                        followNow.knowsAllSince(
                                base.startedAt().minus(lookUps.staleness()), step.settings()));
    }

    void begin(RunStep step, Base base) {
        store.under(
                step.lease(),
                connection -> {
                    bases.begin(connection, step.listing().run(), base, clock.instant());
                    return true;
                });
    }

    void step(RunStep step) {
        Version version = step.lease().nextVersion();
        boolean all = step.ask(() -> followNow.follow(step.lease(), step.graph(), step.settings()));
        if (all) {
            tellAgain.everybody(step, version);
            end(step);
        } else {
            store.under(
                    step.lease(),
                    connection -> {
                        bases.giveUp(connection, step.listing().run());
                        return true;
                    });
        }
    }

    private void end(RunStep step) {
        store.under(
                step.lease(),
                connection -> {
                    int people = roster.count(connection, step.settings().company(), step.group());
                    listings.advance(
                            connection,
                            step.listing().run(),
                            step.next(Stage.END, null, 1, people));
                    return true;
                });
    }
}
