package com.learnamp.entra.fetcher.explain;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.SyncRequest.ExplainPerson;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.roster.Closure;
import com.learnamp.entra.fetcher.roster.MappedAttributes;
import com.learnamp.entra.graph.DeletedState;
import com.learnamp.entra.graph.DirectoryUser;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphTenant;
import com.learnamp.entra.graph.LookUp;
import com.learnamp.entra.graph.UserSelection;
import com.learnamp.entra.messaging.RetryInPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What Entra says now about somebody, for an admin who is waiting for the answer.
 *
 * <table>
 * <caption>Flow</caption>
 * <tr><td>in</td><td>{@code ExplainPerson}; Graph: a search, a look-up, groups upwards</td></tr>
 * <tr><td>out</td><td>{@code directory.explanations}</td></tr>
 * <tr><td>state</td><td>none</td></tr>
 * <tr><td>duplicates</td><td>a question is answered once</td></tr>
 * <tr><td>order</td><td>none; each question has a thread of its own</td></tr>
 * <tr><td>permanent failure</td><td>is the answer</td></tr>
 * <tr><td>transient failure</td><td>is the answer; one that dies with its process is asked again by
 *     whoever waits for it</td></tr>
 * </table>
 */
@ApplicationScoped
public class ExplainPeople {

    private static final int MOST_PEOPLE = 5;

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final DirectoryStore store;
    private final Explanations explanations;
    private final Closure closure;
    private final GraphTenants graph;
    private final CountRequests counts;
    private final Clock clock;

    ExplainPeople(
            DirectoryStore store,
            Explanations explanations,
            Closure closure,
            GraphTenants graph,
            CountRequests counts,
            Clock clock) {
        this.store = store;
        this.explanations = explanations;
        this.closure = closure;
        this.graph = graph;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * Does not wait for the answer.
     *
     * @param attributes as the company's mappings name them
     */
    public void explain(ExplainPerson question, List<String> attributes) {
        Thread.ofVirtual().name("explain-person").start(() -> answer(question, attributes));
    }

    private void answer(ExplainPerson question, List<String> attributes) {
        Explanation explanation = explanation(question, attributes);
        RetryInPlace.untilItSucceeds(
                "answering a question",
                () ->
                        store.transaction(connection -> {
                            explanations.answer(connection, question, explanation, clock.instant());
                            return true;
                        }));
    }

    private Explanation explanation(ExplainPerson question, List<String> attributes) {
        GraphTenant tenant = graph.live(question.tenant());
        try {
            List<UUID> meant = meant(tenant, question);
            UserSelection selection = MappedAttributes.selected(attributes);
            List<Explanation.Person> people = new ArrayList<>();
            for (LookUp found :
                    tenant.lookUp(meant, List.of(question.group().value()), selection)) {
                people.add(
                        switch (found) {
                            case LookUp.Found there -> person(tenant, question, there, attributes);
                            case LookUp.NotFound nowhere -> nowhere(tenant, nowhere.user());
                            case LookUp.Failed failed -> throw failed.reason();
                        });
            }
            return new Explanation(null, people);
        } catch (GraphException failure) {
            counts.failed(failure);
            return Explanation.failed(failure.getMessage());
        }
    }

    /** Those who are known to be meant, and those who are found. */
    private static List<UUID> meant(GraphTenant tenant, ExplainPerson question) {
        Set<UUID> meant = new LinkedHashSet<>();
        question.known().forEach(known -> meant.add(known.value()));
        if (GUID.matcher(question.about()).matches()) {
            meant.add(UUID.fromString(question.about()));
        } else {
            meant.addAll(tenant.find(question.about(), MOST_PEOPLE));
        }
        return meant.stream().limit(MOST_PEOPLE).toList();
    }

    private Explanation.Person person(
            GraphTenant tenant,
            ExplainPerson question,
            LookUp.Found there,
            List<String> attributes) {
        DirectoryUser user = there.profile();
        boolean member = there.memberOf().contains(question.group().value());
        return new Explanation.Person(
                new EntraObjectId(user.id()),
                Explanation.State.PRESENT,
                user.displayName(),
                user.userPrincipalName(),
                user.mail(),
                user.accountEnabled(),
                member,
                member
                        ? new FindChain(tenant, question.group(), nested(question)).to(user.id())
                        : List.of(),
                member ? MappedAttributes.read(user, attributes) : null);
    }

    private Set<EntraObjectId> nested(ExplainPerson question) {
        return store.transaction(connection -> closure.nestedIn(connection, question.company()));
    }

    private static Explanation.Person nowhere(GraphTenant tenant, UUID user) {
        return Explanation.Person.nowhere(
                new EntraObjectId(user),
                switch (tenant.deleted(List.of(user)).getFirst()) {
                    case DeletedState.SoftDeleted inBin -> Explanation.State.IN_BIN;
                    case DeletedState.NotDeleted nowhere -> Explanation.State.ABSENT;
                    case DeletedState.Failed failed -> throw failed.reason();
                });
    }
}
