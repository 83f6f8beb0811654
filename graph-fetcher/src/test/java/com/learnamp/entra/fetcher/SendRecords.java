package com.learnamp.entra.fetcher;

import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to topics as other services do. */
final class SendRecords {

    private static final Map<String, KafkaProducer<String, byte[]>> PRODUCERS =
            new ConcurrentHashMap<>();

    private SendRecords() {}

    static void send(String bootstrapServers, Topic topic, Message message) {
        send(
                bootstrapServers,
                topic,
                topic.partition(message.key()),
                message.key().text(),
                MessageCodec.write(message));
    }

    static void send(
            String bootstrapServers, Topic topic, int partition, String key, byte[] value) {
        try {
            PRODUCERS
                    .computeIfAbsent(bootstrapServers, SendRecords::producer)
                    .send(new ProducerRecord<>(topic.topicName(), partition, key, value))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
