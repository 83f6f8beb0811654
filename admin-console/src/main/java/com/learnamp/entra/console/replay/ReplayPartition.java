package com.learnamp.entra.console.replay;

import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.Outgoing;
import com.learnamp.entra.messaging.ScanStart;
import com.learnamp.entra.messaging.ScanTopics;
import com.learnamp.entra.messaging.TopicPublisher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads one partition of both lanes to its end, and writes the newest message about each person to
 * the bulk lane once more.
 */
final class ReplayPartition {

    private static final int A_BATCH = 500;

    private final Replay replay;
    private final ScanTopics scan;
    private final TopicPublisher publisher;
    private final Progress progress;
    private final Origin origin;
    private final List<Outgoing> batch = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private boolean stopped;

    /** Hears how far it is. */
    interface Progress {

        /**
         * @return whether to go on
         */
        boolean made(long read, long published);
    }

    ReplayPartition(Replay replay, ScanTopics scan, TopicPublisher publisher, Progress progress) {
        this.replay = replay;
        this.scan = scan;
        this.publisher = publisher;
        this.progress = progress;
        this.origin = Origin.ofReplay(new Origin.Replay(replay.id(), replay.trial()));
    }

    /**
     * @return whether it came to the end
     */
    boolean run(int partition) {
        List<TopicPartition> lanes =
                replay.target().sources().stream()
                        .map(topic -> new TopicPartition(topic.topicName(), partition))
                        .toList();
        NewestMessages newest = new NewestMessages();
        Counter read = new Counter();
        Map<TopicPartition, Long> ends =
                scan.scan(
                        lanes,
                        new ScanStart.Beginning(),
                        record -> {
                            if (replay.concerns(record)) {
                                newest.add(replay, record);
                            }
                            return read.goesOn();
                        });
        if (!read.flush()) {
            return false;
        }
        scan.scan(
                lanes,
                new ScanStart.Beginning(),
                record -> !replay.concerns(record) || !newest.isNewest(record) || say(record));
        boolean toTheEnd = !stopped && flush();
        new HealCompaction(replay, scan, publisher).heal(ends, said);
        return toTheEnd;
    }

    private boolean say(ConsumerRecord<String, byte[]> record) {
        Replayed.of(replay.target(), record)
                .map(message -> Outgoing.of(replay.target().lane(), message.saidBy(origin)))
                .ifPresent(batch::add);
        return batch.size() < A_BATCH || flush();
    }

    private boolean flush() {
        publisher.publish(batch);
        if (replay.target().lane().cleanup() == Topic.Cleanup.COMPACT) {
            batch.forEach(outgoing -> said.add(outgoing.key()));
        }
        boolean goesOn = progress.made(0, batch.size());
        stopped = !goesOn;
        batch.clear();
        return goesOn;
    }

    /** Tells of what was read now and then. */
    private final class Counter {

        private static final int NOW_AND_THEN = 10_000;
        private long count;

        boolean goesOn() {
            count++;
            return count < NOW_AND_THEN || flush();
        }

        boolean flush() {
            boolean goesOn = progress.made(count, 0);
            count = 0;
            return goesOn;
        }
    }
}
