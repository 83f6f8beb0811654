package com.learnamp.entra.fetcher.follow;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.roster.MappedAttributes;
import com.learnamp.entra.graph.GraphChanges;
import com.learnamp.entra.graph.UserSelection;
import com.learnamp.entra.messaging.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Links that tell of what changes from now on; those whose groups are nobody's any more go. */
@ApplicationScoped
public class MakeLinks {

    private final DirectoryStore store;
    private final DeltaLinks links;
    private final SettingsTable settings;
    private final Clock clock;

    MakeLinks(DirectoryStore store, DeltaLinks links, SettingsTable settings, Clock clock) {
        this.store = store;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What changes while a group is listed is told by links that are older than the listing.
     *
     * @param nestingIsKnown whether no group can be found in it that has no link yet
     */
    public void beforeListing(
            Lease lease, GraphChanges tenant, EntraObjectId group, boolean nestingIsKnown) {
        List<Link> known = store.transaction(connection -> links.find(connection, lease.tenant()));
        if (nestingIsKnown) {
            Set<EntraObjectId> groups = new HashSet<>(Set.of(group));
            known.forEach(link -> groups.addAll(link.groups()));
            make(lease, tenant, groups, known);
        } else {
            ofUsers(lease, tenant, known);
            if (known.stream().noneMatch(Link::isOfAllGroups)) {
                add(lease, latestOfGroups(tenant, Link.ALL_GROUPS, Set.of()));
            }
        }
    }

    /** Whether no link tells of all groups of the tenant. */
    public boolean tellOfSomeGroupsAtMost(Lease lease) {
        return store.transaction(connection -> links.find(connection, lease.tenant())).stream()
                .noneMatch(Link::isOfAllGroups);
    }

    /**
     * Keeps a link that tells of all groups, where there is one.
     *
     * @param asked when it was asked for, or earlier
     */
    public void ofAllGroups(Lease lease, @Nullable String address, Instant asked) {
        if (address != null) {
            add(lease, new Link(Link.ALL_GROUPS, address, Set.of(), asked, asked));
        }
    }

    void make(
            Lease lease, GraphChanges tenant, Collection<EntraObjectId> groups, List<Link> known) {
        ofUsers(lease, tenant, known);
        LinkPlan plan = LinkPlan.of(groups, known);
        for (LinkPlan.Missing missing : plan.missing()) {
            add(lease, latestOfGroups(tenant, missing.name(), missing.groups()));
        }
        plan.idle().forEach(name -> forget(lease, name));
    }

    void ofUsers(Lease lease, GraphChanges tenant, List<Link> known) {
        String users = Link.ofUsers(selection(lease));
        if (known.stream().noneMatch(link -> link.name().equals(users))) {
            add(lease, latestOfUsers(lease, tenant));
        }
    }

    /** In place of one that has expired: it tells of what changes from now on. */
    Link latest(Lease lease, GraphChanges tenant, Link expired) {
        return expired.isOfUsers()
                ? latestOfUsers(lease, tenant)
                : latestOfGroups(
                        tenant,
                        expired.name(),
                        expired.groups().stream()
                                .map(EntraObjectId::value)
                                .collect(Collectors.toSet()));
    }

    /** Mappings have changed: another link tells of what they need. */
    boolean isOutdated(Lease lease, Link link) {
        return link.isOfUsers() && !link.name().equals(Link.ofUsers(selection(lease)));
    }

    private UserSelection selection(Lease lease) {
        return MappedAttributes.selection(
                settings.ofTenant(lease.tenant()).stream()
                        .filter(company -> company.status() == IntegrationSettings.Status.ACTIVE)
                        .toList());
    }

    private Link latestOfUsers(Lease lease, GraphChanges tenant) {
        UserSelection selection = selection(lease);
        Instant now = clock.instant();
        return new Link(
                Link.ofUsers(selection),
                tenant.latestUsersDeltaLink(selection),
                Set.of(),
                now,
                now);
    }

    private Link latestOfGroups(GraphChanges tenant, String name, Set<UUID> groups) {
        Instant now = clock.instant();
        return new Link(
                name,
                tenant.latestGroupsDeltaLink(groups),
                groups.stream().map(EntraObjectId::new).collect(Collectors.toSet()),
                now,
                now);
    }

    private void add(Lease lease, Link link) {
        store.under(
                lease,
                connection -> {
                    links.add(connection, lease.tenant(), link);
                    return true;
                });
    }

    void forget(Lease lease, String name) {
        store.under(
                lease,
                connection -> {
                    links.forget(connection, lease.tenant(), name);
                    return true;
                });
    }
}
