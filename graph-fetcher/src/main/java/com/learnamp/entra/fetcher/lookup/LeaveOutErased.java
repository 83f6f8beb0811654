package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.roster.Erased;
import com.learnamp.entra.fetcher.roster.RosterKey;
import com.learnamp.entra.messaging.Outgoing;
import com.learnamp.entra.messaging.TopicPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nothing is told or remembered of people who were erased. Looked at twice: before Kafka is told,
 * and in the transaction that writes it down, since somebody may be erased in between.
 */
@ApplicationScoped
public class LeaveOutErased {

    private final DirectoryStore store;
    private final Erased erased;
    private final TopicPublisher publisher;

    LeaveOutErased(DirectoryStore store, Erased erased, TopicPublisher publisher) {
        this.store = store;
        this.erased = erased;
        this.publisher = publisher;
    }

    public Tellings of(Tellings tellings) {
        return store.transaction(connection -> of(connection, tellings));
    }

    public Tellings of(Connection connection, Tellings tellings) throws SQLException {
        Set<RosterKey> gone = erased.among(connection, tellings.named());
        return gone.isEmpty() ? tellings : tellings.without(gone);
    }

    /** Puts tombstones over those who were told of, and were erased before it was written down. */
    public void cover(Tellings told, Tellings written) {
        if (told.messages().size() > written.messages().size()) {
            Set<RosterKey> kept = written.told();
            cover(told.told().stream().filter(person -> !kept.contains(person)).toList());
        }
    }

    /** In both lanes. */
    public void cover(Collection<RosterKey> people) {
        List<Outgoing> tombstones =
                people.stream()
                        .map(person -> RecordKey.of(person.company(), person.object()))
                        .flatMap(key ->
                                Stream.of(Topic.USERS, Topic.USERS_BULK)
                                        .map(topic -> Outgoing.tombstone(topic, key)))
                        .toList();
        publisher.publish(tombstones);
    }
}
