package com.learnamp.entra.console.parked;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.ParkedHeaders;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.Outgoing;
import com.learnamp.entra.messaging.TopicPublisher;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes parked records once more where they were read, byte for byte. Whoever can't use them yet
 * parks them again, and they are the same ones with one attempt more.
 */
@ApplicationScoped
class RetryParked {

    /**
     * What became of them.
     *
     * @param retried written again
     * @param superseded left, since something newer of the same person is there
     */
    record Outcome(long retried, long superseded) {}

    private static final int AT_ONCE = 500;

    private final CompanyScope scope;
    private final TopicPublisher publisher;
    private final LaterRecords later;
    private final Clock clock;

    RetryParked(CompanyScope scope, TopicPublisher publisher, LaterRecords later, Clock clock) {
        this.scope = scope;
        this.publisher = publisher;
        this.later = later;
        this.clock = clock;
    }

    /**
     * @param company empty: of all companies
     */
    Outcome retry(Optional<CompanyId> company, long id, String by) {
        return retry(company, List.of(id), by);
    }

    /** All that the filter has and that are parked now. */
    Outcome retry(Optional<CompanyId> company, ParkedFilter filter, String by) {
        long retried = 0;
        long superseded = 0;
        long after = 0;
        while (true) {
            long from = after;
            List<Long> ids =
                    scope.ofCompanyOrAll(
                            company,
                            transaction ->
                                    ParkedRow.page(transaction, filter, from, AT_ONCE).stream()
                                            .map(ParkedRow::id)
                                            .toList());
            if (ids.isEmpty()) {
                return new Outcome(retried, superseded);
            }
            Outcome outcome = retry(company, ids, by);
            retried += outcome.retried();
            superseded += outcome.superseded();
            after = ids.getLast();
        }
    }

    private Outcome retry(Optional<CompanyId> company, List<Long> ids, String by) {
        return scope.ofCompanyOrAll(company, transaction -> retry(transaction, ids, by));
    }

    private Outcome retry(StoreTransaction transaction, List<Long> ids, String by)
            throws SQLException {
        List<ParkedRow> rows = ParkedRow.locked(transaction, ids);
        Map<Topic, List<ParkedRow>> byTopic =
                rows.stream().collect(Collectors.groupingBy(row -> topic(row.topic())));
        List<Outgoing> outgoing = new ArrayList<>();
        long superseded = 0;
        for (Map.Entry<Topic, List<ParkedRow>> group : byTopic.entrySet()) {
            Set<Long> replaced = later.replaced(group.getKey(), group.getValue());
            superseded += replaced.size();
            for (ParkedRow row : group.getValue()) {
                boolean goes = !replaced.contains(row.id());
                if (goes) {
                    outgoing.add(again(group.getKey(), row));
                }
                ParkedRow.decide(
                        transaction,
                        row.id(),
                        goes ? "retried" : "superseded",
                        by,
                        clock.instant(),
                        null);
            }
        }
        publisher.publish(outgoing);
        return new Outcome(outgoing.size(), superseded);
    }

    private static Outgoing again(Topic topic, ParkedRow row) {
        return new Outgoing(
                topic,
                row.partition(),
                row.key(),
                row.payload(),
                Map.of(ParkedHeaders.RETRY_OF, row.partition() + "/" + row.offset()));
    }

    private static Topic topic(String name) {
        return Stream.of(Topic.values())
                .filter(topic -> topic.topicName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no topic " + name));
    }
}
