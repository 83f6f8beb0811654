package com.learnamp.entra.fetcher;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserMessage;
import com.learnamp.entra.contracts.UserOutOfScope;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a company is told in both lanes, put together as the writer does: newest version wins. */
final class Heard implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A message with the lane it came by. */
    record Told(Topic lane, UserMessage message) {}

    private final CompanyId company;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Told> told = new ArrayList<>();

    private Heard(CompanyId company, KafkaConsumer<String, byte[]> consumer) {
        this.company = company;
        this.consumer = consumer;
    }

    static Heard by(CompanyId company, String bootstrapServers) {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                Stream.of(Topic.USERS, Topic.USERS_BULK)
                        .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                        .map(part -> new TopicPartition(part.topic(), part.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Heard(company, consumer);
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    List<UserMessage> since(int mark) {
        return told.subList(mark, told.size()).stream().map(Told::message).toList();
    }

    int mark() {
        return told.size();
    }

    /** Listens until what was told is what the directory says, so far as hints can tell it. */
    void untilTrue(Customer customer) {
        try {
            until("as the directory says", () -> customer.differencesButStrangers(this).isEmpty());
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "; " + customer.differencesButStrangers(this), e);
        }
    }

    /** Listens until it is so. */
    void until(String what, BooleanSupplier enough) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!enough.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "after " + PATIENCE + " not so: " + what + "; heard " + told.size());
            }
            listen(Duration.ofMillis(100));
        }
    }

    RunEnded runEnded(SyncRunId run) {
        until("the run's end", () -> end(run).isPresent());
        return end(run).orElseThrow();
    }

    Optional<RunEnded> end(SyncRunId run) {
        return told.stream()
                .map(Told::message)
                .filter(RunEnded.class::isInstance)
                .map(RunEnded.class::cast)
                .filter(ended -> ended.run().equals(run))
                .findFirst();
    }

    /** The newest message about each person. */
    Map<EntraObjectId, UserMessage> newest() {
        Map<EntraObjectId, UserMessage> newest = new HashMap<>();
        for (Told each : told) {
            object(each.message())
                    .ifPresent(id ->
                            newest.merge(
                                    id,
                                    each.message(),
                                    (one, other) ->
                                            version(other).isNewerThan(version(one))
                                                    ? other
                                                    : one));
        }
        return newest;
    }

    Map<EntraObjectId, UserSnapshot> inScope() {
        Map<EntraObjectId, UserSnapshot> inScope = new HashMap<>();
        newest().forEach((id, message) -> {
            if (message instanceof UserSnapshot snapshot) {
                inScope.put(id, snapshot);
            }
        });
        return inScope;
    }

    /** Whether somebody is in scope, with that job title. */
    boolean hasTitle(EntraObjectId person, String title) {
        return Optional.ofNullable(inScope().get(person))
                .map(snapshot -> snapshot.attributes().jobTitle())
                .filter(title::equals)
                .isPresent();
    }

    Optional<UserOutOfScope> departure(EntraObjectId person) {
        return newest().get(person) instanceof UserOutOfScope departure
                ? Optional.of(departure)
                : Optional.empty();
    }

    private void listen(Duration atMost) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(atMost)) {
            if (MessageCodec.read(record.value(), UserMessage.class)
                            instanceof Parsed.Read<UserMessage>(UserMessage message)
                    && message.company().equals(company)) {
                told.add(new Told(lane(record), message));
            }
        }
    }

    private static Topic lane(ConsumerRecord<String, byte[]> record) {
        return record.topic().equals(Topic.USERS.topicName()) ? Topic.USERS : Topic.USERS_BULK;
    }

    private static Optional<EntraObjectId> object(UserMessage message) {
        return switch (message) {
            case UserSnapshot snapshot -> Optional.of(snapshot.user());
            case UserOutOfScope departure -> Optional.of(departure.user());
            case RunEnded ended -> Optional.empty();
        };
    }

    private static Version version(UserMessage message) {
        return switch (message) {
            case UserSnapshot snapshot -> snapshot.version();
            case UserOutOfScope departure -> departure.version();
            case RunEnded ended -> ended.firstVersion();
        };
    }

    @Override
    public void close() {
        consumer.close();
    }
}
