package com.learnamp.entra.messaging;

import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.Topic;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Publishes batches and returns when all replicas in sync have them. What follows in the caller (a
 * commit, a checkpoint, an answer) may rely on it.
 */
@ApplicationScoped
public class TopicPublisher {

    private final Producer<String, byte[]> producer;

    @Inject
    TopicPublisher(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String application,
            PublisherConfig config) {
        this(
                new KafkaProducer<>(
                        settings(bootstrapServers, application, config),
                        new StringSerializer(),
                        new ByteArraySerializer()));
    }

    TopicPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Publishes and awaits every ack. In the order given, within each key. */
    public void publish(Topic topic, List<? extends Message> messages) {
        publish(messages.stream().map(message -> Outgoing.of(topic, message)).toList());
    }

    /**
     * Publishes and awaits every ack.
     *
     * @throws PublishFailed if Kafka did not acknowledge all of them in time
     */
    public void publish(List<Outgoing> records) {
        List<Future<RecordMetadata>> acks = new ArrayList<>(records.size());
        for (Outgoing record : records) {
            Future<RecordMetadata> ack = send(record);
            if (ack.isDone()) {
                // Perhaps refused after a full timeout: the next would wait as long again.
                await(ack, record);
            }
            acks.add(ack);
        }
        for (int index = 0; index < acks.size(); index++) {
            await(acks.get(index), records.get(index));
        }
    }

    private Future<RecordMetadata> send(Outgoing outgoing) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(
                        outgoing.topic().topicName(),
                        outgoing.partition(),
                        outgoing.key(),
                        outgoing.value());
        outgoing.headers()
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        @Nullable String trace = Traces.of(Traces.about(outgoing.key()));
        if (trace != null && !outgoing.headers().containsKey(Traces.HEADER)) {
            record.headers().add(Traces.HEADER, trace.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return producer.send(record);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw new PublishFailed(outgoing.topic().topicName(), e);
        }
    }

    private static void await(Future<RecordMetadata> ack, Outgoing record) {
        try {
            ack.get();
        } catch (ExecutionException e) {
            throw new PublishFailed(record.topic().topicName(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static Map<String, Object> settings(
            String bootstrapServers, String application, PublisherConfig config) {
        int timeout = Math.toIntExact(config.timeout().toMillis());
        int linger = Math.toIntExact(config.linger().toMillis());
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG, application,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, linger,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, timeout - linger),
                ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
    }
}
