package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
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
        Tellings tellings = new Tellings(version, clock.instant(), true);
        List<EntraObjectId> answered = new ArrayList<>();
        List<EntraObjectId> doubtful = new ArrayList<>();
        for (EntraObjectId person : open) {
            switch (answers.get(person)) {
                case Answer.Read(Reading reading) -> {
                    answered.add(person);
                    tell(step, person, reading, tellings, doubtful);
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

    /** Whoever is not a member after all is not told here: the queue reads him again. */
    private static void tell(
            RunStep step,
            EntraObjectId id,
            Reading reading,
            Tellings tellings,
            List<EntraObjectId> doubtful) {
        boolean member =
                reading instanceof Reading.Present present
                        && present.memberOf().contains(step.group().value());
        Optional<Person> person =
                reading instanceof Reading.Present present
                        ? Person.of(present.profile(), step.settings())
                        : Optional.empty();
        if (member && person.isPresent()) {
            tellings.inScope(step.settings(), person.get(), step.listing().origin());
        } else {
            doubtful.add(id);
        }
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
