package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.connection.Connections;
import com.learnamp.entra.fetcher.connection.Trouble;
import com.learnamp.entra.fetcher.follow.MakeLinks;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.run.Base;
import com.learnamp.entra.fetcher.run.Listing;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.fetcher.run.RunBegin;
import com.learnamp.entra.graph.DirectoryGroup;
import com.learnamp.entra.graph.ListingStart;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run begins, once its group was seen to be there. */
@ApplicationScoped
class BeginListing {

    private final DirectoryStore store;
    private final Listings listings;
    private final ListedMembers members;
    private final SyncByDelta syncByDelta;
    private final RememberDeleted rememberDeleted;
    private final MakeLinks links;
    private final Connections connections;
    private final Clock clock;

    BeginListing(
            DirectoryStore store,
            Listings listings,
            ListedMembers members,
            SyncByDelta syncByDelta,
            RememberDeleted rememberDeleted,
            MakeLinks links,
            Connections connections,
            Clock clock) {
        this.store = store;
        this.listings = listings;
        this.members = members;
        this.syncByDelta = syncByDelta;
        this.rememberDeleted = rememberDeleted;
        this.links = links;
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * @return what speaks against it; the run has failed then
     */
    Optional<Trouble> step(RunStep step) {
        Optional<Base> base = syncByDelta.base(step);
        if (base.isPresent()) {
            syncByDelta.begin(step, base.get());
            return Optional.empty();
        }
        boolean first = isTheFirst(step.listing());
        Instant asked = clock.instant();
        ListingStart start = step.ask(() -> start(step, first));
        Optional<DirectoryGroup> group = start.group();
        Optional<Trouble> trouble = Trouble.of(group);
        if (trouble.isEmpty()) {
            if (first) {
                rememberDeleted.beforeTheFirst(step, start.deleted());
            }
            step.ask(() -> {
                links.ofAllGroups(step.lease(), start.groupsLink(), asked);
                links.beforeListing(
                        step.lease(),
                        step.graph(),
                        step.group(),
                        // A nested group is found by the first listing, or by one that a changed
                        // group asks for.
                        !first && step.listing().trigger() != RunTrigger.GROUP_CHANGE);
                return true;
            });
            begin(step, group.map(DirectoryGroup::displayName).orElse(null));
        }
        return trouble;
    }

    /** What the first listing needs is asked for together. */
    private ListingStart start(RunStep step, boolean first) {
        UUID group = step.group().value();
        return first && links.tellOfSomeGroupsAtMost(step.lease())
                ? step.graph().startListing(group)
                : new ListingStart(step.graph().group(group), null, null);
    }

    private boolean isTheFirst(Listing listing) {
        return store.transaction(connection ->
                        listings.lastComplete(connection, listing.company(), listing.group()))
                .isEmpty();
    }

    /** Nothing is concluded from the pages so far, and they don't count as seen. */
    void anew(RunStep step) {
        begin(step, null);
    }

    private void begin(RunStep step, @Nullable String groupName) {
        Version first = step.lease().nextVersion();
        store.under(
                step.lease(),
                connection -> {
                    members.forget(connection, step.listing().run());
                    listings.begin(
                            connection,
                            step.listing().run(),
                            new RunBegin(
                                    first, groupName, clock.instant(), step.spending().soFar()));
                    connections.reached(connection, step.lease().tenant());
                    return true;
                });
    }
}
