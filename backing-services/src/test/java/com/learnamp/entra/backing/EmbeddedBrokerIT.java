package com.learnamp.entra.backing;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @TempDir Path directory;

    @Test
    void hasEveryTopicWithItsPartitionsAndItsCleanup() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, FreePort.find());
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            for (Topic topic : Topic.values()) {
                assertThat(partitions(admin, topic)).as(topic.name()).isEqualTo(topic.partitions());
                assertThat(cleanupPolicy(admin, topic)).as(topic.name()).isEqualTo(policy(topic));
            }
        }
    }

    @Test
    void keepsItsRecordsAcrossARestartOnAnotherPort() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, FreePort.find())) {
            send(broker, "first");
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, FreePort.find());
                TopicTap tap = TopicTap.on(broker.bootstrapServers(), Topic.NOTIFICATIONS)) {
            long offset = send(broker, "second");

            assertThat(offset).isEqualTo(1);
            assertThat(tap.until(heard -> heard.size() == 1).getFirst().key()).isEqualTo("second");
        }
    }

    private static int partitions(Admin admin, Topic topic) throws Exception {
        return admin.describeTopics(List.of(topic.topicName()))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
    }

    private static String cleanupPolicy(Admin admin, Topic topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .values()
                .iterator()
                .next()
                .get("cleanup.policy")
                .value();
    }

    private static String policy(Topic topic) {
        return switch (topic.cleanup()) {
            case COMPACT -> "compact";
            case DELETE -> "delete";
        };
    }

    private static long send(Broker broker, String key) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            byte[] value = "{}".getBytes(StandardCharsets.UTF_8);
            return producer.send(
                            new ProducerRecord<>(Topic.NOTIFICATIONS.topicName(), 0, key, value))
                    .get()
                    .offset();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
