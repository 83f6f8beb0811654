package com.learnamp.entra.fetcher.follow;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.graph.GraphChanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * The link of all groups serves until a listing has said which of them are nested, and each of
 * these has a link of its own.
 */
@ApplicationScoped
class CatchUpGroups {

    private final DirectoryStore store;
    private final DeltaLinks links;
    private final FollowLink followLink;
    private final Listings listings;

    CatchUpGroups(
            DirectoryStore store, DeltaLinks links, FollowLink followLink, Listings listings) {
        this.store = store;
        this.links = links;
        this.followLink = followLink;
        this.listings = listings;
    }

    /** Whether it is not known yet which groups need a link. */
    boolean isTooEarly(Lease lease, List<Link> known) {
        return known.stream().anyMatch(Link::isOfAllGroups)
                && store.transaction(connection -> listings.isOpen(connection, lease.tenant()));
    }

    /**
     * Once each of the groups has a link of its own.
     *
     * @param groups those that are followed
     */
    void catchUp(
            Lease lease,
            GraphChanges tenant,
            List<IntegrationSettings> companies,
            Set<EntraObjectId> groups,
            Link ofAllGroups) {
        followLink.follow(lease, tenant, companies, groups, ofAllGroups);
        store.under(
                lease,
                connection -> {
                    // A listing that was asked for meanwhile needs it.
                    if (!listings.isOpen(connection, lease.tenant())) {
                        links.forget(connection, lease.tenant(), Link.ALL_GROUPS);
                    }
                    return true;
                });
    }
}
