package com.learnamp.entra.backing;

import com.learnamp.entra.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears what is written to a topic from now on; for tests. Not for several threads. */
public final class TopicTap implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();

    private TopicTap(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    public static TopicTap on(String bootstrapServers, Topic topic) {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic.topicName()).stream()
                        .map(part -> new TopicPartition(part.topic(), part.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // seekToEnd alone is lazy: what is written before the first poll would be missed.
        partitions.forEach(consumer::position);
        return new TopicTap(consumer);
    }

    /**
     * Everything heard so far, as soon as it is enough.
     *
     * @throws AssertionError if it is not enough within half a minute
     */
    public List<ConsumerRecord<String, byte[]>> until(
            Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!enough.test(List.copyOf(heard))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + PATIENCE + " only " + heard.size() + " heard");
            }
            consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
        }
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
