package com.learnamp.entra.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.EmbeddedBroker;
import com.learnamp.entra.contracts.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MeasureLagIT {

    private static final EmbeddedBroker BROKER = EmbeddedBroker.start();

    @AfterAll
    static void stopBroker() {
        BROKER.close();
    }

    @Test
    void countsWhatIsNotCommitted() throws Exception {
        TopicPublisher publisher =
                new TopicPublisher(
                        new KafkaProducer<>(
                                Map.of("bootstrap.servers", BROKER.bootstrapServers()),
                                new StringSerializer(),
                                new ByteArraySerializer()));
        publisher.publish(List.of(record(0), record(0), record(0), record(1), record(1)));
        publisher.close();
        String topic = Topic.COMMANDS.topicName();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKER.bootstrapServers()))) {
            assertThat(MeasureLag.lag(admin, topic, "group")).isEqualTo(5);

            admin.alterConsumerGroupOffsets(
                            "group", Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(2)))
                    .all()
                    .get();

            assertThat(MeasureLag.lag(admin, topic, "group")).isEqualTo(3);
        }
    }

    private static Outgoing record(int partition) {
        return new Outgoing(Topic.COMMANDS, partition, "key", new byte[] {1}, Map.of());
    }
}
