package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.roster.Closure;
import com.learnamp.entra.fetcher.roster.MappedAttributes;
import com.learnamp.entra.fetcher.run.Listing;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.fetcher.run.Progress;
import com.learnamp.entra.fetcher.run.Stage;
import com.learnamp.entra.graph.DirectoryMember;
import com.learnamp.entra.graph.MemberPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A page of the group's transitive members: who is in scope, and which groups are nested. Where no
 * managers are wanted, a page holds all there is to know of its people, and they are published at
 * once; who is about to be published is written down before, so that nobody is told and forgotten.
 */
@ApplicationScoped
class ListScope {

    private final DirectoryStore store;
    private final Listings listings;
    private final ListedMembers members;
    private final Closure closure;
    private final PublishListed publish;

    ListScope(
            DirectoryStore store,
            Listings listings,
            ListedMembers members,
            Closure closure,
            PublishListed publish) {
        this.store = store;
        this.listings = listings;
        this.members = members;
        this.closure = closure;
        this.publish = publish;
    }

    void step(RunStep step) {
        Version version = step.lease().nextVersion();
        MemberPage page = page(step);
        List<EntraObjectId> people = ids(page, DirectoryMember.UserMember.class);
        if (step.settings().assignManagers()) {
            store.under(
                    step.lease(),
                    connection -> {
                        members.add(connection, step.listing().run(), people, version);
                        checkpoint(connection, step, page, version, 0);
                        return true;
                    });
        } else {
            store.under(
                    step.lease(),
                    connection -> {
                        members.add(connection, step.listing().run(), people, version);
                        return true;
                    });
            publish.publish(
                    step,
                    version,
                    rows(page, version),
                    (connection, published) -> {
                        members.published(connection, step.listing().run(), people);
                        checkpoint(connection, step, page, version, published);
                    });
        }
    }

    private static List<ListedRow> rows(MemberPage page, Version version) {
        return page.members().stream()
                .filter(DirectoryMember.UserMember.class::isInstance)
                .map(DirectoryMember.UserMember.class::cast)
                .map(member -> new ListedRow(member.user(), version))
                .toList();
    }

    private MemberPage page(RunStep step) {
        String checkpoint = step.listing().checkpoint();
        return step.ask(() ->
                checkpoint == null
                        ? step.graph()
                                .transitiveMembers(
                                        step.group().value(),
                                        MappedAttributes.selection(step.settings()))
                        : step.graph().nextMembers(checkpoint));
    }

    private void checkpoint(
            Connection connection, RunStep step, MemberPage page, Version version, int published)
            throws SQLException {
        Listing listing = step.listing();
        closure.add(
                connection,
                listing.company(),
                listing.tenant(),
                ids(page, DirectoryMember.GroupMember.class),
                version);
        Stage stage = page.nextLink() == null ? Stage.PROOF : Stage.SCOPE;
        Progress made = step.next(stage, page.nextLink(), 1, published);
        listings.advance(connection, listing.run(), made);
    }

    private static List<EntraObjectId> ids(MemberPage page, Class<? extends DirectoryMember> type) {
        return page.members().stream()
                .filter(type::isInstance)
                .map(member -> new EntraObjectId(member.id()))
                .toList();
    }
}
