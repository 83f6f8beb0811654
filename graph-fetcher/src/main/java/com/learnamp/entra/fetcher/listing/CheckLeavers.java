package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.UserOutOfScope.Evidence;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lookup.Conclusion;
import com.learnamp.entra.fetcher.lookup.Hint;
import com.learnamp.entra.fetcher.lookup.LookUpConfig;
import com.learnamp.entra.fetcher.lookup.ReadUsers;
import com.learnamp.entra.fetcher.lookup.ReadUsers.Answer;
import com.learnamp.entra.fetcher.lookup.Reading;
import com.learnamp.entra.fetcher.lookup.Tellings;
import com.learnamp.entra.fetcher.roster.MappedAttributes;
import com.learnamp.entra.fetcher.roster.Person;
import com.learnamp.entra.fetcher.roster.Roster;
import com.learnamp.entra.fetcher.roster.RosterEntry;
import com.learnamp.entra.fetcher.roster.RosterKey;
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
import org.jspecify.annotations.Nullable;

/**
 * Ten people who were in scope before the run began and whom its listing, proved complete, has not
 * found: a second look at each, whose version the departure carries.
 */
@ApplicationScoped
class CheckLeavers {

    private final DirectoryStore store;
    private final Roster roster;
    private final Listings listings;
    private final PublishListed publish;
    private final LookUpConfig config;
    private final Clock clock;

    CheckLeavers(
            DirectoryStore store,
            Roster roster,
            Listings listings,
            PublishListed publish,
            LookUpConfig config,
            Clock clock) {
        this.store = store;
        this.roster = roster;
        this.listings = listings;
        this.publish = publish;
        this.config = config;
        this.clock = clock;
    }

    void step(RunStep step) {
        List<EntraObjectId> unseen = unseen(step.listing());
        if (unseen.isEmpty()) {
            advance(step);
            return;
        }
        Version version = step.lease().nextVersion();
        Map<EntraObjectId, Answer> answers =
                step.ask(() ->
                        ReadUsers.read(
                                step.graph(),
                                unseen,
                                List.of(step.group()),
                                MappedAttributes.selection(step.settings())));
        Map<RosterKey, RosterEntry> known =
                store.transaction(
                        connection -> roster.find(connection, step.lease().tenant(), unseen));
        Tellings tellings = new Tellings(version, clock.instant(), true);
        List<Hint> doubtful = new ArrayList<>();
        int missed = 0;
        for (EntraObjectId person : unseen) {
            missed += isMember(answers.get(person), step.group()) ? 1 : 0;
            RosterKey key = new RosterKey(step.settings().company(), person);
            switch (answers.get(person)) {
                case Answer.Read(Reading reading) ->
                        tell(
                                step,
                                key,
                                Optional.ofNullable(known.get(key)),
                                reading,
                                tellings,
                                doubtful);
                case Answer.Failed(GraphException reason) when reason.category().passing() ->
                        throw reason;
                case Answer.Failed(GraphException reason) ->
                        doubtful.add(step.look(person, clock.instant()));
                case null -> doubtful.add(step.look(person, clock.instant()));
            }
        }
        int overlooked = missed;
        publish.publish(
                step,
                tellings,
                doubtful,
                (connection, published) -> {
                    listings.missed(connection, step.listing().run(), overlooked);
                    listings.advance(
                            connection,
                            step.listing().run(),
                            step.next(Stage.LEAVERS, unseen.getLast().toString(), 0, 0));
                });
    }

    /** Whom the listing should have shown. */
    private static boolean isMember(@Nullable Answer answer, EntraObjectId group) {
        return answer instanceof Answer.Read(Reading.Present present)
                && present.memberOf().contains(group.value());
    }

    private void tell(
            RunStep step,
            RosterKey key,
            Optional<RosterEntry> known,
            Reading reading,
            Tellings tellings,
            List<Hint> doubtful) {
        Instant now = clock.instant();
        // A listing for a changed group's sake may well see the group as it was before: who has
        // only just come by it must be denied twice.
        boolean lately =
                known.filter(entry -> entry.changedLately(now, config.staleness()))
                        .filter(entry ->
                                step.listing().trigger() == RunTrigger.GROUP_CHANGE
                                        || entry.liveLately(now, config.staleness()))
                        .isPresent();
        Conclusion conclusion =
                Conclusion.secondLook(
                        reading, known, step.settings().group(), step.settings().revision());
        switch (conclusion) {
            case Conclusion.InScope inScope ->
                    person(step, reading)
                            .ifPresentOrElse(
                                    person ->
                                            tellings.inScope(
                                                    step.settings(),
                                                    person,
                                                    step.listing().origin()),
                                    () -> doubtful.add(step.look(key.object(), now)));
            case Conclusion.OutOfScope(Evidence evidence) -> {
                if (lately) {
                    doubtful.add(step.look(key.object(), now));
                } else {
                    tellings.outOfScope(
                            step.settings(), key, known, evidence, step.listing().origin());
                }
            }
            case Conclusion.NotYet notYet -> doubtful.add(step.look(key.object(), now));
            case Conclusion.Nothing nothing -> {}
        }
    }

    private static Optional<Person> person(RunStep step, Reading reading) {
        return reading instanceof Reading.Present present
                ? Person.of(present.profile(), step.settings())
                : Optional.empty();
    }

    private List<EntraObjectId> unseen(Listing listing) {
        String checkpoint = listing.checkpoint();
        EntraObjectId after = checkpoint == null ? Roster.START : EntraObjectId.parse(checkpoint);
        return store.transaction(connection ->
                roster.unseen(
                        connection,
                        listing.company(),
                        listing.group(),
                        listing.firstVersion(),
                        after,
                        ReadUsers.AT_ONCE));
    }

    private void advance(RunStep step) {
        store.under(
                step.lease(),
                connection -> {
                    listings.advance(
                            connection, step.listing().run(), step.next(Stage.END, null, 0, 0));
                    return true;
                });
    }
}
