package com.learnamp.entra.messaging;

import com.learnamp.entra.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads all partitions of a compacted topic from the start and follows it until closed. No group
 * and no offsets: every process reads for itself. What Kafka does not give in bad weather is asked
 * for again, from where it stopped.
 */
final class FollowCompactedTopic implements Runnable, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final String bootstrapServers;
    private final Consumer<ConsumerRecord<String, byte[]>> records;
    private final Runnable atEnd;
    private volatile boolean closed;

    FollowCompactedTopic(
            Topic topic,
            String bootstrapServers,
            Consumer<ConsumerRecord<String, byte[]>> records,
            Runnable atEnd) {
        this.partitions =
                IntStream.range(0, topic.partitions())
                        .mapToObj(number -> new TopicPartition(topic.topicName(), number))
                        .toList();
        this.bootstrapServers = bootstrapServers;
        this.records = records;
        this.atEnd = atEnd;
    }

    @Override
    public void run() {
        RetryInPlace.run("following a compacted topic", this::follow);
    }

    private void follow() {
        if (closed) {
            return;
        }
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
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
                        new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            partitions.forEach(
                    partition -> consumer.seek(partition, positions.getOrDefault(partition, 0L)));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            boolean told = false;
            while (!closed) {
                consumer.poll(POLL).forEach(this::take);
                if (!told && reached(consumer, ends)) {
                    told = true;
                    atEnd.run();
                }
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        records.accept(record);
        positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }

    private boolean reached(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        closed = true;
    }
}
