package com.learnamp.entra.console.replay;

import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.Outgoing;
import com.learnamp.entra.messaging.ScanStart;
import com.learnamp.entra.messaging.ScanTopics;
import com.learnamp.entra.messaging.TopicPublisher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A replay writes to a compacted topic, where the last message of a key stays. If something newer
 * of somebody came between the replay's reading and its writing, it is written once more after what
 * the replay said; and whoever was erased meanwhile is erased again.
 */
final class HealCompaction {

    private final Replay replay;
    private final ScanTopics scan;
    private final TopicPublisher publisher;

    HealCompaction(Replay replay, ScanTopics scan, TopicPublisher publisher) {
        this.replay = replay;
        this.scan = scan;
        this.publisher = publisher;
    }

    /**
     * @param ends of the lanes when they were read
     * @param said the keys that the replay wrote
     */
    void heal(Map<TopicPartition, Long> ends, Set<String> said) {
        Map<TopicPartition, Long> from = ends;
        Set<String> keys = said;
        while (!keys.isEmpty()) {
            Map<String, Since> since = new HashMap<>();
            Set<String> asked = keys;
            from =
                    scan.scan(
                            from.keySet(),
                            new ScanStart.Offsets(from),
                            record -> {
                                if (record.key() != null && asked.contains(record.key())) {
                                    since.computeIfAbsent(record.key(), unseen -> new Since())
                                            .add(record);
                                }
                                return true;
                            });
            List<Outgoing> again = new ArrayList<>();
            since.forEach((key, one) -> one.toSay(key).ifPresent(again::add));
            publisher.publish(again);
            keys = new HashSet<>(again.stream().map(Outgoing::key).toList());
        }
    }

    /** What was said of a key since the replay read it. */
    private final class Since {

        private final Topic lane = replay.target().lane();
        private @Nullable Replayed newest;
        private @Nullable ConsumerRecord<String, byte[]> newestRecord;
        private @Nullable ConsumerRecord<String, byte[]> last;
        private boolean erased;

        void add(ConsumerRecord<String, byte[]> record) {
            erased |= record.value() == null;
            if (record.topic().equals(lane.topicName())) {
                last = record;
                Replayed.of(replay.target(), record)
                        .filter(one -> newest == null || !newest.isNewerThan(one))
                        .ifPresent(one -> {
                            newest = one;
                            newestRecord = record;
                        });
            }
        }

        Optional<Outgoing> toSay(String key) {
            if (last == null) {
                return Optional.empty();
            }
            if (erased) {
                return last.value() == null
                        ? Optional.empty()
                        : Optional.of(Outgoing.tombstone(lane, last.partition(), key));
            }
            return newestRecord == null || newestRecord.offset() == last.offset()
                    ? Optional.empty()
                    : Optional.of(
                            new Outgoing(
                                    lane,
                                    newestRecord.partition(),
                                    key,
                                    newestRecord.value(),
                                    Map.of()));
        }
    }
}
