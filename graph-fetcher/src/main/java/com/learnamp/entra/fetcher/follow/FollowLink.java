package com.learnamp.entra.fetcher.follow;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.graph.DeltaPage;
import com.learnamp.entra.graph.GraphChanges;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GroupChange;
import com.learnamp.entra.graph.UserChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;

/** One link, page by page, to where the next round begins. */
@ApplicationScoped
class FollowLink {

    private static final Logger LOG = Logger.getLogger(FollowLink.class);

    private final DeltaLinks links;
    private final MakeLinks makeLinks;
    private final QueueChanges queue;
    private final CountRequests counts;
    private final Clock clock;

    FollowLink(
            DeltaLinks links,
            MakeLinks makeLinks,
            QueueChanges queue,
            CountRequests counts,
            Clock clock) {
        this.links = links;
        this.makeLinks = makeLinks;
        this.queue = queue;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * @param companies those of the tenant
     * @return whether every change is in the queue; else the link had expired, there is a new one,
     *     and the companies are listed
     */
    boolean follow(
            Lease lease, GraphChanges tenant, List<IntegrationSettings> companies, Link link) {
        return follow(lease, tenant, companies, link.groups(), link);
    }

    /**
     * @param groups whose changes matter, of those that the link tells of
     */
    boolean follow(
            Lease lease,
            GraphChanges tenant,
            List<IntegrationSettings> companies,
            Set<EntraObjectId> groups,
            Link link) {
        try {
            if (link.isOfUsers()) {
                users(lease, tenant, link);
            } else {
                groups(lease, tenant, companies, groups, link);
            }
            return true;
        } catch (GraphException failure) {
            if (!isLost(failure)) {
                throw failure;
            }
            counts.failed(failure);
            anew(lease, tenant, companies, link);
            return false;
        }
    }

    /** Graph knows the link no more, or leads in a circle: it is never followed to its end. */
    private static boolean isLost(GraphException failure) {
        return failure.category() == GraphException.Category.RESYNC_REQUIRED
                || failure.category() == GraphException.Category.PAGE_LOST;
    }

    /** First a new link, then everything is listed: what changes in between is told by the link. */
    private void anew(
            Lease lease, GraphChanges tenant, List<IntegrationSettings> companies, Link expired) {
        Link latest = makeLinks.latest(lease, tenant, expired);
        queue.listEverything(
                lease, companies, connection -> links.renew(connection, lease.tenant(), latest));
        LOG.warnf(
                "delta link expired, listing everything tenant=%s link=%s",
                lease.tenant(), expired.name());
    }

    private void users(Lease lease, GraphChanges tenant, Link from) {
        Link link = from;
        boolean more = true;
        while (more) {
            DeltaPage<UserChange> page = tenant.usersDelta(link.address());
            more = page.nextLink() != null;
            link = link.at(next(page), clock.instant());
            queue.users(lease, page.changes(), keeping(lease, link));
        }
    }

    private void groups(
            Lease lease,
            GraphChanges tenant,
            List<IntegrationSettings> companies,
            Set<EntraObjectId> groups,
            Link from) {
        Link link = from;
        boolean more = true;
        while (more) {
            DeltaPage<GroupChange> page = tenant.groupsDelta(link.address());
            more = page.nextLink() != null;
            link = link.at(next(page), clock.instant());
            List<GroupChange> changes =
                    page.changes().stream()
                            .filter(change -> groups.contains(new EntraObjectId(change.group())))
                            .toList();
            queue.groups(lease, companies, changes, keeping(lease, link));
        }
    }

    private QueueChanges.Checkpoint keeping(Lease lease, Link reached) {
        return connection -> links.keep(connection, lease.tenant(), reached);
    }

    private static String next(DeltaPage<?> page) {
        return page.nextLink() != null
                ? page.nextLink()
                : Objects.requireNonNull(page.deltaLink(), "a page has a link");
    }
}
