package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lookup.Hint;
import com.learnamp.entra.fetcher.lookup.ReadUsers;
import com.learnamp.entra.fetcher.lookup.ReadUsers.Answer;
import com.learnamp.entra.fetcher.lookup.Reading;
import com.learnamp.entra.fetcher.lookup.Tellings;
import com.learnamp.entra.fetcher.roster.MappedAttributes;
import com.learnamp.entra.fetcher.roster.Person;
import com.learnamp.entra.fetcher.run.Listing;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.fetcher.run.Stage;
import com.learnamp.entra.graph.GraphException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ten people in scope whom no page has brought, by look-up: profile, manager and membership. */
@ApplicationScoped
class LookUpScope {

    private final DirectoryStore store;
    private final Listings listings;
    private final ListedMembers members;
    private final PublishListed publish;
    private final Clock clock;

    LookUpScope(
            DirectoryStore store,
            Listings listings,
            ListedMembers members,
            PublishListed publish,
            Clock clock) {
        this.store = store;
        this.listings = listings;
        this.members = members;
        this.publish = publish;
        this.clock = clock;
    }

    void step(RunStep step) {
        Listing listing = step.listing();
        List<EntraObjectId> open =
                store.transaction(connection ->
                        List.copyOf(
                                members.open(connection, listing.run(), ReadUsers.AT_ONCE)
                                        .keySet()));
        Version version = step.lease().nextVersion();
        Map<EntraObjectId, Answer> answers =
                open.isEmpty()
                        ? Map.of()
                        : step.ask(() ->
                                ReadUsers.read(
                                        step.graph(),
                                        open,
                                        List.of(step.group()),
                                        MappedAttributes.selection(step.settings())));
        Instant now = clock.instant();
        Tellings tellings = new Tellings(version, now, true);
        List<EntraObjectId> answered = new ArrayList<>();
        List<Hint> doubtful = new ArrayList<>();
        for (EntraObjectId person : open) {
            switch (answers.get(person)) {
                case Answer.Read(Reading reading) -> {
                    answered.add(person);
                    if (!tell(step, reading, tellings)) {
                        doubtful.add(step.answer(person, now));
                    }
                }
                case Answer.Failed(GraphException reason) when reason.category().passing() -> {}
                case Answer.Failed(GraphException reason) -> answered.add(person);
                case null -> {}
            }
        }
        refuseStandstill(open, answered, answers);
        publish.publish(
                step,
                tellings,
                doubtful,
                (connection, published) -> {
                    members.published(connection, listing.run(), answered);
                    Stage stage = open.isEmpty() ? Stage.LEAVERS : Stage.LOOK_UPS;
                    listings.advance(
                            connection, listing.run(), step.next(stage, null, 0, published));
                });
    }

    /**
     * Whoever is not a member after all is not told here: the queue reads him again, and answers.
     * An owner who did not live to write it down may have told of him as a member.
     */
    private static boolean tell(RunStep step, Reading reading, Tellings tellings) {
        Optional<Person> member =
                reading instanceof Reading.Present present
                                && present.memberOf().contains(step.group().value())
                        ? Person.of(present.profile(), step.settings())
                        : Optional.empty();
        member.ifPresent(
                person -> tellings.inScope(step.settings(), person, step.listing().origin()));
        return member.isPresent();
    }

    private static void refuseStandstill(
            List<EntraObjectId> open,
            List<EntraObjectId> answered,
            Map<EntraObjectId, Answer> answers) {
        if (!open.isEmpty() && answered.isEmpty()) {
            throw answers.values().stream()
                    .filter(Answer.Failed.class::isInstance)
                    .map(answer -> ((Answer.Failed) answer).reason())
                    .findFirst()
                    .orElseThrow(() ->
                            new GraphException(
                                    GraphException.Category.UNAVAILABLE,
                                    "Microsoft Graph left a look-up unanswered; it is"
                                            + " repeated by itself."));
        }
    }
}
