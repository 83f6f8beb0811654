package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.roster.Erased;
import com.learnamp.entra.fetcher.roster.Roster;
import com.learnamp.entra.fetcher.roster.RosterKey;
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
    private final Roster roster;
    private final Erased erased;
    private final CountRequests counts;
    private final Clock clock;

    RememberDeleted(
            DirectoryStore store, Roster roster, Erased erased, CountRequests counts, Clock clock) {
        this.store = store;
        this.roster = roster;
        this.erased = erased;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * @param known the first page, where it is known already
     */
    void beforeTheFirst(RunStep step, @Nullable DeletedPage known) {
        try {
            remember(step, known);
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

    private void remember(RunStep step, @Nullable DeletedPage known) {
        Version version = step.lease().nextVersion();
        @Nullable DeletedPage page =
                known == null ? step.ask(() -> step.graph().deletedUsers()) : known;
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
