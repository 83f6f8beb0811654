package com.learnamp.entra.fetcher.follow;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.ReadableCompanies;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.Turn;
import com.learnamp.entra.fetcher.roster.Closure;
import com.learnamp.entra.fetcher.subscription.Subscriptions;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has changed since the last look, whether a notification announced it or not: every few
 * minutes where Graph calls, every minute where it does not.
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
    private final FollowLink followLink;
    private final MakeLinks makeLinks;
    private final Closure closure;
    private final CatchUpGroups catchUp;
    private final Subscriptions subscriptions;
    private final ReadableCompanies readableCompanies;
    private final GraphTenants graph;
    private final CountRequests counts;
    private final FollowConfig config;
    private final Clock clock;

    FollowChanges(
            DirectoryStore store,
            DeltaLinks links,
            FollowLink followLink,
            MakeLinks makeLinks,
            Closure closure,
            CatchUpGroups catchUp,
            Subscriptions subscriptions,
            ReadableCompanies readableCompanies,
            GraphTenants graph,
            CountRequests counts,
            FollowConfig config,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.followLink = followLink;
        this.makeLinks = makeLinks;
        this.closure = closure;
        this.catchUp = catchUp;
        this.subscriptions = subscriptions;
        this.readableCompanies = readableCompanies;
        this.graph = graph;
        this.counts = counts;
        this.config = config;
        this.clock = clock;
    }

    /** By what Graph calls, as the subscriptions stand. */
    private record Called(boolean users, boolean groups) {
        Duration every(Link link, FollowConfig config) {
            boolean called = link.isOfUsers() ? users : groups;
            return called ? config.every() : config.everyUncalled();
        }
    }

    @Override
    public Kind kind() {
        return Kind.FOLLOW;
    }

    @Override
    public Turn turn(Lease lease) {
        ReadableCompanies.Companies companies = readableCompanies.of(lease.tenant());
        if (companies.readable().isEmpty()) {
            return new Turn.Rest(config.every());
        }
        Called called =
                store.transaction(connection ->
                        new Called(
                                subscriptions.usersCall(connection, lease.tenant()),
                                subscriptions.groupsCall(connection, lease.tenant())));
        try {
            // A link is shared: what it tells now is told to a company that stands still by a
            // listing that waits for it.
            follow(lease, graph.bulk(lease.tenant()), companies.active(), called);
        } catch (GraphException failure) {
            counts.failed(failure); // Look-ups and listings say what is wrong.
        }
        return new Turn.Rest(
                called.users() && called.groups() ? config.every() : config.everyUncalled());
    }

    private void follow(
            Lease lease, GraphTenant tenant, List<IntegrationSettings> companies, Called called) {
        List<Link> known = store.transaction(connection -> links.find(connection, lease.tenant()));
        boolean tooEarly = catchUp.isTooEarly(lease, known);
        Set<EntraObjectId> groups = groups(lease, companies);
        if (tooEarly) {
            makeLinks.ofUsers(lease, tenant, known);
        } else {
            makeLinks.make(lease, tenant, groups, known);
        }
        @Nullable GraphException failed = null;
        for (Link link : known) {
            try {
                if (!link.isOfAllGroups()) {
                    follow(lease, tenant, companies, called, link);
                } else if (!tooEarly) {
                    catchUp.catchUp(lease, tenant, companies, groups, link);
                }
            } catch (GraphException failure) {
                failed = failure; // The others are followed all the same.
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void follow(
            Lease lease,
            GraphTenant tenant,
            List<IntegrationSettings> companies,
            Called called,
            Link link) {
        boolean outdated = makeLinks.isOutdated(lease, link);
        if (outdated || link.isDue(clock.instant(), called.every(link, config))) {
            followLink.follow(lease, tenant, companies, link);
        }
        if (outdated) {
            // Its successor is older than this last look, so that nothing falls between them.
            makeLinks.forget(lease, link.name());
        }
    }

    private Set<EntraObjectId> groups(Lease lease, List<IntegrationSettings> companies) {
        Set<EntraObjectId> groups =
                store.transaction(connection -> closure.groups(connection, lease.tenant()));
        companies.forEach(company -> groups.add(company.group()));
        return groups;
    }
}
