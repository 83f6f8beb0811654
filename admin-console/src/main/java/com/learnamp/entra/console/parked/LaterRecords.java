package com.learnamp.entra.console.parked;

import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.ScanStart;
import com.learnamp.entra.messaging.ScanTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds the parked records after which a compacted topic has another one with the same key. Written
 * again they would be the newest there, and compaction would take away the newer.
 */
@ApplicationScoped
class LaterRecords {

    private final ScanTopics scan;

    LaterRecords(ScanTopics scan) {
        this.scan = scan;
    }

    /**
     * @return the ids of those that something later replaces
     */
    Set<Long> replaced(Topic topic, List<ParkedRow> rows) {
        if (topic.cleanup() != Topic.Cleanup.COMPACT || rows.isEmpty()) {
            return Set.of();
        }
        Map<TopicPartition, Long> begins = new HashMap<>();
        Map<String, Long> offsets = new HashMap<>();
        rows.forEach(row -> {
            begins.merge(
                    new TopicPartition(row.topic(), row.partition()), row.offset() + 1, Math::min);
            offsets.merge(row.key(), row.offset(), Math::max);
        });
        Map<String, Long> newest = new HashMap<>();
        Collection<TopicPartition> partitions = begins.keySet();
        scan.scan(
                partitions,
                new ScanStart.Offsets(begins),
                record -> {
                    if (record.key() != null && offsets.containsKey(record.key())) {
                        newest.put(record.key(), record.offset());
                    }
                    return true;
                });
        Set<Long> replaced = new HashSet<>();
        rows.stream()
                .filter(row -> newest.getOrDefault(row.key(), -1L) > row.offset())
                .forEach(row -> replaced.add(row.id()));
        return replaced;
    }
}
