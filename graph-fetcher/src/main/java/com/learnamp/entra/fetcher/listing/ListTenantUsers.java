package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.roster.MappedAttributes;
import com.learnamp.entra.fetcher.run.Listing;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.fetcher.run.Stage;
import com.learnamp.entra.graph.DirectoryUser;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.UserPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page of the tenant's users with their managers; those in scope are published. */
@ApplicationScoped
class ListTenantUsers {

    private final DirectoryStore store;
    private final Listings listings;
    private final ListedMembers members;
    private final PublishListed publish;

    ListTenantUsers(
            DirectoryStore store, Listings listings, ListedMembers members, PublishListed publish) {
        this.store = store;
        this.listings = listings;
        this.members = members;
        this.publish = publish;
    }

    void step(RunStep step) {
        Version version = step.lease().nextVersion();
        UserPage page = page(step);
        Map<EntraObjectId, Version> open = open(step.listing(), page);
        List<ListedRow> rows = new ArrayList<>();
        for (DirectoryUser user : page.users()) {
            Version scope = open.get(new EntraObjectId(user.id()));
            if (scope != null) {
                rows.add(new ListedRow(user, scope));
            }
        }
        ManagerPlan plan = goOn(step, page, open.size());
        publish.publish(
                step,
                version,
                rows,
                (connection, published) ->
                        checkpoint(connection, step, page, open, plan, published));
    }

    /** Whether the pages that are left cost less than looking up the people who are left. */
    private ManagerPlan goOn(RunStep step, UserPage page, int found) {
        Listing listing = step.listing();
        long pages = listing.stagePages() + 1;
        if (page.nextLink() == null
                || !ManagerPlan.isWorthAsking(listing.peopleExpected(), pages)) {
            return ManagerPlan.TENANT_USERS;
        }
        long open =
                store.transaction(connection -> members.countOpen(connection, listing.run()))
                        - found;
        return open == 0
                ? ManagerPlan.LOOK_UPS
                : ManagerPlan.goOn(open, tenantUsers(step, open), pages);
    }

    /** An estimate to choose by: where Graph gives none, the tenant counts as small. */
    private static long tenantUsers(RunStep step, long people) {
        try {
            return step.ask(() -> step.graph().userCount());
        } catch (GraphException failure) {
            if (failure.category().passing()) {
                throw failure;
            }
            return people;
        }
    }

    private static UserPage page(RunStep step) {
        String checkpoint = step.listing().checkpoint();
        return step.ask(() ->
                checkpoint == null
                        ? step.graph()
                                .usersWithManagers(MappedAttributes.selection(step.settings()))
                        : step.graph().nextUsers(checkpoint));
    }

    private Map<EntraObjectId, Version> open(Listing listing, UserPage page) {
        List<EntraObjectId> people =
                page.users().stream().map(user -> new EntraObjectId(user.id())).toList();
        return store.transaction(
                connection -> members.openAmong(connection, listing.run(), people));
    }

    private void checkpoint(
            Connection connection,
            RunStep step,
            UserPage page,
            Map<EntraObjectId, Version> open,
            ManagerPlan plan,
            int published)
            throws SQLException {
        Listing listing = step.listing();
        members.published(connection, listing.run(), open.keySet());
        // Once everybody in scope is published, the rest of the tenant is nobody's business.
        boolean more =
                page.nextLink() != null
                        && plan == ManagerPlan.TENANT_USERS
                        && !members.open(connection, listing.run(), 1).isEmpty();
        listings.advance(
                connection,
                listing.run(),
                step.next(
                        more ? Stage.TENANT_USERS : Stage.LOOK_UPS,
                        more ? page.nextLink() : null,
                        1,
                        published));
    }
}
