package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lookup.Hint;
import com.learnamp.entra.fetcher.lookup.PendingLookUps;
import com.learnamp.entra.fetcher.lookup.Tellings;
import com.learnamp.entra.fetcher.roster.Person;
import com.learnamp.entra.fetcher.roster.Roster;
import com.learnamp.entra.fetcher.roster.RosterEntry;
import com.learnamp.entra.fetcher.roster.RosterKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of whom Graph has nothing new, what was told last is told again, from the topics. Where they do
 * not hold what the roster knows of, the person is looked up; who waits for a look-up is left to
 * it.
 */
@ApplicationScoped
class TellAgain {

    private static final int AT_ONCE = 1000;

    private final DirectoryStore store;
    private final Roster roster;
    private final PendingLookUps pending;
    private final ReadTold readTold;
    private final PublishListed publish;
    private final Clock clock;

    TellAgain(
            DirectoryStore store,
            Roster roster,
            PendingLookUps pending,
            ReadTold readTold,
            PublishListed publish,
            Clock clock) {
        this.store = store;
        this.roster = roster;
        this.pending = pending;
        this.readTold = readTold;
        this.publish = publish;
        this.clock = clock;
    }

    /**
     * @param version taken before Graph was asked what has changed
     */
    void everybody(RunStep step, Version version) {
        readTold.read(step.settings().company(), some -> tell(step, version, some));
        List<EntraObjectId> untold = untold(step, version, Roster.START);
        while (!untold.isEmpty()) {
            lookUp(step, untold);
            untold = untold(step, version, untold.getLast());
        }
    }

    /** He is told whatever he is found to be. */
    private void lookUp(RunStep step, List<EntraObjectId> untold) {
        Set<EntraObjectId> waiting = waiting(step, untold);
        Instant now = clock.instant();
        List<Hint> hints =
                untold.stream()
                        .filter(person -> !waiting.contains(person))
                        .map(person ->
                                new Hint(
                                        step.lease().tenant(),
                                        person,
                                        Hint.Kind.USER,
                                        Origin.Cause.RECHECK,
                                        step.settings().company(),
                                        now,
                                        now))
                        .toList();
        store.under(step.lease(), connection -> pending.add(connection, hints));
    }

    private void tell(RunStep step, Version version, List<UserSnapshot> snapshots) {
        List<EntraObjectId> people = snapshots.stream().map(UserSnapshot::user).toList();
        Map<RosterKey, RosterEntry> known =
                store.transaction(
                        connection -> roster.find(connection, step.lease().tenant(), people));
        Set<EntraObjectId> waiting = waiting(step, people);
        Tellings tellings = new Tellings(version, clock.instant(), false);
        for (UserSnapshot snapshot : snapshots) {
            RosterEntry entry = known.get(new RosterKey(snapshot.company(), snapshot.user()));
            if (entry != null
                    && isCurrent(step, snapshot, entry)
                    && !waiting.contains(snapshot.user())) {
                tellings.inScope(
                        step.settings(),
                        new Person(
                                snapshot.user(),
                                snapshot.attributes(),
                                snapshot.manager(),
                                entry.hash()),
                        step.listing().origin());
            }
        }
        publish.publish(step, tellings, List.of(), (connection, published) -> {});
    }

    private static boolean isCurrent(RunStep step, UserSnapshot snapshot, RosterEntry entry) {
        return entry.inScope()
                && entry.group().equals(step.group())
                && entry.version().equals(snapshot.version())
                && snapshot.revision() == step.settings().revision();
    }

    private Set<EntraObjectId> waiting(RunStep step, List<EntraObjectId> people) {
        return store.transaction(
                connection -> pending.among(connection, step.lease().tenant(), people));
    }

    private List<EntraObjectId> untold(RunStep step, Version version, EntraObjectId after) {
        return store.transaction(connection ->
                roster.unseen(
                        connection,
                        step.settings().company(),
                        step.group(),
                        version,
                        after,
                        AT_ONCE));
    }
}
