package com.learnamp.entra.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads partitions again, from a place to the end that they have at that moment. Of no group: it
 * moves nobody's offset.
 */
@ApplicationScoped
public class ScanTopics {

    private static final Duration POLL = Duration.ofMillis(500);

    /** What is done with what was read. */
    public interface Visitor {

        /**
         * @return whether to go on
         */
        boolean visit(ConsumerRecord<String, byte[]> record);
    }

    private final String bootstrapServers;

    @Inject
    ScanTopics(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * @return where each partition ended when the scan began
     */
    public Map<TopicPartition, Long> scan(
            Collection<TopicPartition> partitions, ScanStart start, Visitor visitor) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            seek(consumer, start, ends);
            boolean goesOn = true;
            while (goesOn && !reached(consumer, ends)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (goesOn && record.offset() < end(ends, record)) {
                        goesOn = visitor.visit(record);
                    }
                }
            }
            return ends;
        }
    }

    private static long end(Map<TopicPartition, Long> ends, ConsumerRecord<String, byte[]> record) {
        return ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
    }

    private static boolean reached(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static void seek(
            KafkaConsumer<String, byte[]> consumer,
            ScanStart start,
            Map<TopicPartition, Long> ends) {
        switch (start) {
            case ScanStart.Beginning beginning -> consumer.seekToBeginning(ends.keySet());
            case ScanStart.Offset offset ->
                    ends.keySet().forEach(partition -> consumer.seek(partition, offset.offset()));
            case ScanStart.Offsets offsets ->
                    ends.forEach((partition, end) ->
                            consumer.seek(
                                    partition, offsets.offsets().getOrDefault(partition, end)));
            case ScanStart.At at -> {
                long millis = at.time().toEpochMilli();
                Map<TopicPartition, Long> wanted =
                        ends.keySet().stream().collect(Collectors.toMap(one -> one, one -> millis));
                Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
                ends.forEach((partition, end) ->
                        consumer.seek(
                                partition,
                                Optional.ofNullable(found.get(partition))
                                        .map(OffsetAndTimestamp::offset)
                                        .orElse(end)));
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
