package com.learnamp.entra.fetcher.follow;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.Turn;
import com.learnamp.entra.fetcher.roster.Closure;
import com.learnamp.entra.graph.DeltaPage;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphTenant;
import com.learnamp.entra.graph.GroupChange;
import com.learnamp.entra.graph.UserChange;
import com.learnamp.entra.graph.UserSelection;
import com.learnamp.entra.messaging.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has changed since the last look, whether a notification announced it or not.
 *
 * <table>
 * <caption>Flow</caption>
 * <tr><td>in</td><td>Graph: {@code users/delta}, {@code groups/delta}</td></tr>
 * <tr><td>out</td><td>{@code directory.pending_lookup}, {@code listings}</td></tr>
 * <tr><td>state</td><td>{@code directory.delta_links}, kept with the hints of its page</td></tr>
 * <tr><td>duplicates</td><td>coalesce in the queue; old news is read once</td></tr>
 * <tr><td>order</td><td>irrelevant: what comes of it is a look-up</td></tr>
 * <tr><td>permanent failure</td><td>an expired link: everything is listed, from a new link on</td></tr>
 * <tr><td>transient failure</td><td>the link stays; the next look begins there</td></tr>
 * </table>
 */
@ApplicationScoped
class FollowChanges implements TenantTask {

    private final DirectoryStore store;
    private final DeltaLinks links;
    private final QueueChanges queue;
    private final Closure closure;
    private final SettingsTable settings;
    private final GraphTenants graph;
    private final CountRequests counts;
    private final FollowConfig config;
    private final Clock clock;

    FollowChanges(
            DirectoryStore store,
            DeltaLinks links,
            QueueChanges queue,
            Closure closure,
            SettingsTable settings,
            GraphTenants graph,
            CountRequests counts,
            FollowConfig config,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.queue = queue;
        this.closure = closure;
        this.settings = settings;
        this.graph = graph;
        this.counts = counts;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.FOLLOW;
    }

    @Override
    public Turn turn(Lease lease) {
        List<IntegrationSettings> companies =
                settings.ofTenant(lease.tenant()).stream()
                        .filter(company -> company.status() == IntegrationSettings.Status.ACTIVE)
                        .toList();
        if (!companies.isEmpty()) {
            try {
                follow(lease, graph.bulk(lease.tenant()), companies);
            } catch (GraphException failure) {
                counts.failed(failure); // Look-ups and listings say what is wrong.
            }
        }
        return new Turn.Rest(config.every());
    }

    private void follow(Lease lease, GraphTenant tenant, List<IntegrationSettings> companies) {
        List<Link> known = store.transaction(connection -> links.find(connection, lease.tenant()));
        for (Link link : known) {
            follow(lease, tenant, companies, link);
        }
        if (known.stream().noneMatch(link -> link.name().equals(Link.USERS))) {
            String latest = tenant.latestUsersDeltaLink(UserSelection.standard());
            keep(lease, new Link(Link.USERS, latest, Set.of()));
        }
        LinkPlan plan = LinkPlan.of(groups(lease, companies), known);
        for (LinkPlan.Missing missing : plan.missing()) {
            keep(
                    lease,
                    new Link(
                            missing.name(),
                            tenant.latestGroupsDeltaLink(missing.groups()),
                            missing.groups().stream()
                                    .map(EntraObjectId::new)
                                    .collect(Collectors.toSet())));
        }
        plan.idle().forEach(name -> forget(lease, name));
    }

    private void follow(
            Lease lease, GraphTenant tenant, List<IntegrationSettings> companies, Link link) {
        try {
            if (link.name().equals(Link.USERS)) {
                followUsers(lease, tenant, link);
            } else {
                followGroups(lease, tenant, companies, link);
            }
        } catch (GraphException failure) {
            if (failure.category() != GraphException.Category.RESYNC_REQUIRED) {
                throw failure;
            }
            counts.failed(failure);
            queue.listEverything(lease, companies);
            forget(lease, link.name());
        }
    }

    private void followUsers(Lease lease, GraphTenant tenant, Link from) {
        Link link = from;
        boolean more = true;
        while (more) {
            DeltaPage<UserChange> page = tenant.usersDelta(link.address());
            more = page.nextLink() != null;
            link = link.at(next(page));
            Link reached = link;
            queue.users(
                    lease,
                    page.changes(),
                    connection -> links.keep(connection, lease.tenant(), reached, clock.instant()));
        }
    }

    private void followGroups(
            Lease lease, GraphTenant tenant, List<IntegrationSettings> companies, Link from) {
        Link link = from;
        boolean more = true;
        while (more) {
            DeltaPage<GroupChange> page = tenant.groupsDelta(link.address());
            more = page.nextLink() != null;
            link = link.at(next(page));
            Link reached = link;
            queue.groups(
                    lease,
                    companies,
                    page.changes(),
                    connection -> links.keep(connection, lease.tenant(), reached, clock.instant()));
        }
    }

    private Set<EntraObjectId> groups(Lease lease, List<IntegrationSettings> companies) {
        Set<EntraObjectId> groups =
                store.transaction(connection -> closure.groups(connection, lease.tenant()));
        companies.forEach(company -> groups.add(company.group()));
        return groups;
    }

    private void keep(Lease lease, Link link) {
        store.under(
                lease,
                connection -> {
                    links.keep(connection, lease.tenant(), link, clock.instant());
                    return true;
                });
    }

    private void forget(Lease lease, String name) {
        store.under(
                lease,
                connection -> {
                    links.forget(connection, lease.tenant(), name);
                    return true;
                });
    }

    private static String next(DeltaPage<?> page) {
        return page.nextLink() != null
                ? page.nextLink()
                : Objects.requireNonNull(page.deltaLink(), "a page has a link");
    }
}
