package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.Outgoing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Plays graph-fetcher and admin-console: writes to the topics that the mapper reads. */
final class SendRecords {

    private SendRecords() {}

    static void messages(String bootstrapServers, Topic topic, Message... messages) {
        records(
                bootstrapServers,
                Arrays.stream(messages)
                        .map(message -> Outgoing.of(topic, message))
                        .map(record ->
                                record(topic, record.partition(), record.key(), record.value()))
                        .toList());
    }

    static ProducerRecord<String, byte[]> record(
            Topic topic, int partition, String key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic.topicName(), partition, key, value);
    }

    static void records(String bootstrapServers, List<ProducerRecord<String, byte[]>> records) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            List<Future<RecordMetadata>> acks = new ArrayList<>();
            records.forEach(record -> acks.add(producer.send(record)));
            for (Future<RecordMetadata> ack : acks) {
                ack.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the test's records can't be written", e);
        }
    }
}
