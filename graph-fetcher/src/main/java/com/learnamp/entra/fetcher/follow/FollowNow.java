package com.learnamp.entra.fetcher.follow;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.roster.Closure;
import com.learnamp.entra.graph.GraphChanges;
import com.learnamp.entra.messaging.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has changed about the people and groups of one company, for a run that lists nobody. */
@ApplicationScoped
public class FollowNow {

    private final DirectoryStore store;
    private final DeltaLinks links;
    private final FollowLink followLink;
    private final Closure closure;
    private final SettingsTable settings;

    FollowNow(
            DirectoryStore store,
            DeltaLinks links,
            FollowLink followLink,
            Closure closure,
            SettingsTable settings) {
        this.store = store;
        this.links = links;
        this.followLink = followLink;
        this.closure = closure;
        this.settings = settings;
    }

    /** Whether links tell of everything about the company that has changed since that time. */
    public boolean knowsAllSince(Instant time, IntegrationSettings company) {
        Set<EntraObjectId> groups = groups(company);
        boolean users = false;
        for (Link link : links(company)) {
            if (!link.madeAt().isAfter(time)) {
                users |= link.isOfUsers();
                groups.removeAll(link.groups());
            }
        }
        return users && groups.isEmpty();
    }

    /**
     * One request for each link of the company, and one more for each further page.
     *
     * @return whether every change is in the queue; else everything must be listed
     */
    public boolean follow(Lease lease, GraphChanges tenant, IntegrationSettings company) {
        Set<EntraObjectId> groups = groups(company);
        List<IntegrationSettings> active =
                settings.ofTenant(lease.tenant()).stream()
                        .filter(each -> each.status() == IntegrationSettings.Status.ACTIVE)
                        .toList();
        boolean all = true;
        for (Link link : links(company)) {
            if (link.isOfUsers() || link.groups().stream().anyMatch(groups::contains)) {
                all &= followLink.follow(lease, tenant, active, link);
            }
        }
        return all;
    }

    private List<Link> links(IntegrationSettings company) {
        return store.transaction(connection -> links.find(connection, company.tenant()));
    }

    /** Mutable. */
    private Set<EntraObjectId> groups(IntegrationSettings company) {
        Set<EntraObjectId> groups =
                new HashSet<>(
                        store.transaction(
                                connection -> closure.nestedIn(connection, company.company())));
        groups.add(company.group());
        return groups;
    }
}
