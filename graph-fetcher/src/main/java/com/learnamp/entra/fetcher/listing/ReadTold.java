package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserMessage;
import com.learnamp.entra.contracts.UserOutOfScope;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a company was told last of each person, from both lanes' topics, which keep just that. They
 * are read twice: for where the newest message about each person is, and then for those messages,
 * so that nobody's attributes stay in memory.
 */
@ApplicationScoped
class ReadTold {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int AT_ONCE = 500;

    private record Place(TopicPartition partition, long offset, Version version) {}

    private final String bootstrapServers;

    ReadTold(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Those in scope, some at a time, in any order. */
    void read(CompanyId company, Consumer<List<UserSnapshot>> some) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(company);
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<String, Place> newest = new HashMap<>();
            each(
                    consumer,
                    ends,
                    company,
                    (record, message) ->
                            version(message)
                                    .ifPresent(version ->
                                            newest.merge(
                                                    record.key(),
                                                    place(record, version),
                                                    ReadTold::newer)));
            List<UserSnapshot> read = new ArrayList<>();
            each(
                    consumer,
                    ends,
                    company,
                    (record, message) -> {
                        if (message instanceof UserSnapshot snapshot
                                && place(record, snapshot.version())
                                        .equals(newest.get(record.key()))) {
                            read.add(snapshot);
                        }
                        if (read.size() == AT_ONCE) {
                            some.accept(List.copyOf(read));
                            read.clear();
                        }
                    });
            some.accept(List.copyOf(read));
        }
    }

    @FunctionalInterface
    private interface Reader {
        void read(ConsumerRecord<String, byte[]> record, UserMessage message);
    }

    private static void each(
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            CompanyId company,
            Reader reader) {
        consumer.seekToBeginning(ends.keySet());
        String own = company + ":";
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.key().startsWith(own)
                        && MessageCodec.read(record.value(), UserMessage.class)
                                instanceof Parsed.Read<UserMessage>(UserMessage message)) {
                    reader.read(record, message);
                }
            }
        }
    }

    private static Place place(ConsumerRecord<String, byte[]> record, Version version) {
        return new Place(
                new TopicPartition(record.topic(), record.partition()), record.offset(), version);
    }

    private static Place newer(Place one, Place other) {
        return one.version().isNewerThan(other.version()) ? one : other;
    }

    private static Optional<Version> version(UserMessage message) {
        return switch (message) {
            case UserSnapshot snapshot -> Optional.of(snapshot.version());
            case UserOutOfScope departure -> Optional.of(departure.version());
            case RunEnded ended -> Optional.empty();
        };
    }

    private static List<TopicPartition> partitions(CompanyId company) {
        return Stream.of(Topic.USERS, Topic.USERS_BULK)
                .map(topic ->
                        new TopicPartition(
                                topic.topicName(), topic.partition(RecordKey.ofRun(company))))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
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
