package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.roster.Erased;
import com.learnamp.entra.fetcher.roster.Roster;
import com.learnamp.entra.fetcher.roster.RosterKey;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.graph.DeletedPage;
import com.learnamp.entra.graph.GraphException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Before a group is listed for the first time: who is in the bin may come back into it, and nothing
 * but a hint about him tells. No listing of members shows him, so he would be taken for a stranger.
 */
@ApplicationScoped
class RememberDeleted {

    private final DirectoryStore store;
    private final Listings listings;
    private final Roster roster;
    private final Erased erased;
    private final CountRequests counts;
    private final Clock clock;

    RememberDeleted(
            DirectoryStore store,
            Listings listings,
            Roster roster,
            Erased erased,
            CountRequests counts,
            Clock clock) {
        this.store = store;
        this.listings = listings;
        this.roster = roster;
        this.erased = erased;
        this.counts = counts;
        this.clock = clock;
    }

    void beforeTheFirst(RunStep step) {
        boolean first =
                store.transaction(connection ->
                        listings.lastComplete(connection, step.settings().company(), step.group())
                                .isEmpty());
        if (!first) {
            return;
        }
        try {
            remember(step);
        } catch (GraphException failure) {
            if (failure.category().passing()) {
                throw failure;
            }
            counts.failed(failure); // The next full sync finds whoever comes back.
        }
    }

    private List<EntraObjectId> notErased(
            Connection connection, RunStep step, List<EntraObjectId> deleted) throws SQLException {
        CompanyId company = step.settings().company();
        Set<RosterKey> gone =
                erased.among(
                        connection,
                        deleted.stream().map(person -> new RosterKey(company, person)).toList());
        return deleted.stream()
                .filter(person -> !gone.contains(new RosterKey(company, person)))
                .toList();
    }

    private void remember(RunStep step) {
        Version version = step.lease().nextVersion();
        @Nullable DeletedPage page = step.ask(() -> step.graph().deletedUsers());
        while (page != null) {
            List<EntraObjectId> deleted = page.users().stream().map(EntraObjectId::new).toList();
            store.under(
                    step.lease(),
                    connection -> {
                        roster.remember(
                                connection,
                                step.settings(),
                                notErased(connection, step, deleted),
                                version,
                                clock.instant());
                        return true;
                    });
            @Nullable String next = page.nextLink();
            page = next == null ? null : step.ask(() -> step.graph().nextDeletedUsers(next));
        }
    }
}
