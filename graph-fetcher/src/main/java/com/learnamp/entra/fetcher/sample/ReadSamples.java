package com.learnamp.entra.fetcher.sample;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.SyncRequest.ReadSample;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.roster.MappedAttributes;
import com.learnamp.entra.graph.DirectoryMember;
import com.learnamp.entra.graph.DirectoryUser;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphTenant;
import com.learnamp.entra.graph.LookUp;
import com.learnamp.entra.graph.MemberPage;
import com.learnamp.entra.graph.UserSelection;
import com.learnamp.entra.messaging.RetryInPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A few people with the attributes of a mapping that an admin tries.
 *
 * <table>
 * <caption>Flow</caption>
 * <tr><td>in</td><td>{@code ReadSample}; Graph: a page of members, or look-ups</td></tr>
 * <tr><td>out</td><td>{@code directory.samples}</td></tr>
 * <tr><td>state</td><td>none</td></tr>
 * <tr><td>duplicates</td><td>a sample is answered once</td></tr>
 * <tr><td>order</td><td>none; each sample has a thread of its own</td></tr>
 * <tr><td>permanent failure</td><td>is the answer</td></tr>
 * <tr><td>transient failure</td><td>is the answer; one that dies with its process is asked for again by
 *     whoever waits for it</td></tr>
 * </table>
 */
@ApplicationScoped
public class ReadSamples {

    private static final int MOST_PEOPLE = 5;

    private static final int MOST_PAGES = 3;

    private final DirectoryStore store;
    private final Samples samples;
    private final GraphTenants graph;
    private final CountRequests counts;
    private final Clock clock;

    ReadSamples(
            DirectoryStore store,
            Samples samples,
            GraphTenants graph,
            CountRequests counts,
            Clock clock) {
        this.store = store;
        this.samples = samples;
        this.graph = graph;
        this.counts = counts;
        this.clock = clock;
    }

    /** Does not wait for the answer. */
    public void read(ReadSample request) {
        Thread.ofVirtual().name("read-sample").start(() -> answer(request));
    }

    private void answer(ReadSample request) {
        Sample sample = sample(request);
        RetryInPlace.untilItSucceeds(
                "answering a sample",
                () ->
                        store.transaction(connection -> {
                            samples.answer(connection, request, sample, clock.instant());
                            return true;
                        }));
    }

    private Sample sample(ReadSample request) {
        UserSelection selection = MappedAttributes.selected(request.attributes());
        GraphTenant tenant = graph.live(request.tenant());
        graph.tryAgain(request.tenant(), selection.additional());
        try {
            List<DirectoryUser> found =
                    request.people().isEmpty()
                            ? some(tenant, request.group().value(), selection)
                            : these(tenant, request, selection);
            Set<String> unknown = new TreeSet<>(graph.unknownAttributes(request.tenant()));
            unknown.retainAll(selection.additional());
            if (!unknown.isEmpty()) {
                return Sample.failed(
                        "Your tenant has no attribute "
                                + String.join(", ", unknown)
                                + ": check the name in Entra.");
            }
            return new Sample(
                    null, found.stream().map(user -> person(user, request.attributes())).toList());
        } catch (GraphException failure) {
            counts.failed(failure);
            return Sample.failed(failure.getMessage());
        }
    }

    private static List<DirectoryUser> some(
            GraphTenant tenant, UUID group, UserSelection selection) {
        List<DirectoryUser> found = new ArrayList<>();
        MemberPage page = tenant.transitiveMembers(group, selection);
        for (int pages = 1; true; pages++) {
            page.members().stream()
                    .filter(DirectoryMember.UserMember.class::isInstance)
                    .map(member -> ((DirectoryMember.UserMember) member).user())
                    .filter(user -> user.userPrincipalName() != null)
                    .limit(MOST_PEOPLE - found.size())
                    .forEach(found::add);
            if (found.size() == MOST_PEOPLE || page.nextLink() == null || pages == MOST_PAGES) {
                return found;
            }
            page = tenant.nextMembers(page.nextLink());
        }
    }

    /** Only people of the group: of others the company is told nothing. */
    private static List<DirectoryUser> these(
            GraphTenant tenant, ReadSample request, UserSelection selection) {
        UUID group = request.group().value();
        List<UUID> ids =
                request.people().stream().limit(MOST_PEOPLE).map(EntraObjectId::value).toList();
        List<DirectoryUser> found = new ArrayList<>();
        for (LookUp answer : tenant.lookUp(ids, List.of(group), selection)) {
            switch (answer) {
                case LookUp.Found there -> {
                    if (there.memberOf().contains(group)) {
                        found.add(there.profile());
                    }
                }
                case LookUp.NotFound nowhere -> {}
                case LookUp.Failed failed -> throw failed.reason();
            }
        }
        return found;
    }

    private static Sample.Person person(DirectoryUser user, List<String> attributes) {
        return new Sample.Person(
                new EntraObjectId(user.id()), MappedAttributes.read(user, attributes));
    }
}
