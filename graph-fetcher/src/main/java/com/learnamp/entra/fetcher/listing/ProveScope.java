package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.fetcher.connection.Trouble;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.run.Listing;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.fetcher.run.Stage;
import com.learnamp.entra.graph.DirectoryGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** After the last page of members: was that the whole group, and how are its people read? */
@ApplicationScoped
class ProveScope {

    private final DirectoryStore store;
    private final Listings listings;
    private final ListedMembers members;

    ProveScope(DirectoryStore store, Listings listings, ListedMembers members) {
        this.store = store;
        this.listings = listings;
        this.members = members;
    }

    /**
     * @return what speaks against it; the run has failed then
     */
    Optional<Trouble> step(RunStep step) {
        Listing listing = step.listing();
        Optional<DirectoryGroup> group = step.ask(() -> step.graph().group(step.group().value()));
        long people = store.transaction(connection -> members.count(connection, listing.run()));
        Optional<Trouble> doubt =
                ListingProof.doubt(group, people, before(listing), confirmed(listing));
        if (doubt.isEmpty()) {
            advance(step, people, plan(step, people));
        }
        return doubt;
    }

    private void advance(RunStep step, long people, Stage stage) {
        store.under(
                step.lease(),
                connection -> {
                    listings.expect(connection, step.listing().run(), people);
                    listings.advance(
                            connection, step.listing().run(), step.next(stage, null, 0, 0));
                    return true;
                });
    }

    private static Stage plan(RunStep step, long people) {
        if (!step.settings().assignManagers()) {
            return Stage.LOOK_UPS; // Of those whom only an earlier owner's page had.
        }
        return switch (ManagerPlan.begin(people)) {
            case TENANT_USERS -> Stage.TENANT_USERS;
            case LOOK_UPS -> Stage.LOOK_UPS;
        };
    }

    private Optional<Long> before(Listing listing) {
        return store.transaction(connection ->
                listings.lastComplete(connection, listing.company(), listing.group()));
    }

    private boolean confirmed(Listing listing) {
        return listing.trigger() == RunTrigger.MANUAL
                && store.transaction(connection ->
                                listings.lastFailure(
                                        connection, listing.company(), listing.group()))
                        .filter(Trouble.GROUP_SHRUNK::equals)
                        .isPresent();
    }
}
