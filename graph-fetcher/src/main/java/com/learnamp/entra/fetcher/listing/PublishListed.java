package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lookup.Hint;
import com.learnamp.entra.fetcher.lookup.HintReports;
import com.learnamp.entra.fetcher.lookup.LeaveOutErased;
import com.learnamp.entra.fetcher.lookup.LookUpConfig;
import com.learnamp.entra.fetcher.lookup.PendingLookUps;
import com.learnamp.entra.fetcher.lookup.Tellings;
import com.learnamp.entra.fetcher.roster.Person;
import com.learnamp.entra.fetcher.roster.Roster;
import com.learnamp.entra.fetcher.roster.RosterEntry;
import com.learnamp.entra.fetcher.roster.RosterKey;
import com.learnamp.entra.messaging.TopicPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page of people to Kafka, and then, in one transaction, whatever follows from that. */
@ApplicationScoped
class PublishListed {

    /** What else is written in the transaction. */
    @FunctionalInterface
    interface Checkpoint {
        void write(Connection connection, int published) throws SQLException;
    }

    private final DirectoryStore store;
    private final Roster roster;
    private final PendingLookUps pending;
    private final HintReports hintReports;
    private final LeaveOutErased leaveOutErased;
    private final TopicPublisher publisher;
    private final LookUpConfig config;
    private final Clock clock;

    PublishListed(
            DirectoryStore store,
            Roster roster,
            PendingLookUps pending,
            HintReports hintReports,
            LeaveOutErased leaveOutErased,
            TopicPublisher publisher,
            LookUpConfig config,
            Clock clock) {
        this.store = store;
        this.roster = roster;
        this.pending = pending;
        this.hintReports = hintReports;
        this.leaveOutErased = leaveOutErased;
        this.publisher = publisher;
        this.config = config;
        this.clock = clock;
    }

    void publish(RunStep step, Version version, List<ListedRow> rows, Checkpoint checkpoint) {
        Instant now = clock.instant();
        Tellings tellings = new Tellings(version, now, false);
        List<Hint> doubtful = new ArrayList<>();
        Map<RosterKey, RosterEntry> known = known(step, rows);
        for (ListedRow row : rows) {
            Optional<Person> person = Person.of(row.user(), step.settings());
            if (person.isEmpty()) {
                continue; // We may not read this one, so we know nothing of him.
            }
            RosterKey key = new RosterKey(step.settings().company(), person.get().id());
            switch (ListedRow.decide(
                    Optional.ofNullable(known.get(key)),
                    person.get().hash(),
                    row.scope(),
                    version,
                    now,
                    config.staleness())) {
                case PUBLISH ->
                        tellings.inScope(step.settings(), person.get(), step.listing().origin());
                case LOOK_UP -> doubtful.add(step.look(key.object(), now));
                case SKIP -> {}
            }
        }
        publish(step, tellings, doubtful, checkpoint);
    }

    /**
     * @param doubtful of whom nothing is told until they have been looked up
     */
    void publish(RunStep step, Tellings read, Collection<Hint> doubtful, Checkpoint checkpoint) {
        Tellings tellings = leaveOutErased.of(read);
        step.lease().check();
        publisher.publish(Topic.USERS_BULK, tellings.messages());
        Tellings written =
                store.under(
                        step.lease(),
                        connection -> {
                            Tellings rest = leaveOutErased.of(connection, tellings);
                            roster.write(connection, step.lease().tenant(), rest.writes());
                            hintReports.write(connection, step.lease().tenant(), tellings);
                            pending.add(connection, doubtful);
                            checkpoint.write(connection, tellings.messages().size());
                            return rest;
                        });
        leaveOutErased.cover(tellings, written);
    }

    private Map<RosterKey, RosterEntry> known(RunStep step, List<ListedRow> rows) {
        List<EntraObjectId> people =
                rows.stream().map(row -> new EntraObjectId(row.user().id())).toList();
        return store.transaction(
                connection -> roster.find(connection, step.lease().tenant(), people));
    }
}
