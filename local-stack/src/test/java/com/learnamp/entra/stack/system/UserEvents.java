package com.learnamp.entra.stack.system;

import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.stack.LocalStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that other services have been told about a company's people. */
final class UserEvents {

    private UserEvents() {}

    /**
     * One event, by the two headers that name a change once.
     *
     * @param user Learn Amp's id
     * @param change the person's change counter
     */
    record Told(long user, long change) {}

    /** Of whoever was erased meanwhile nothing: there is no history to compare it with. */
    static List<Told> all(LocalStack stack, long company) {
        List<Told> told = new ArrayList<>();
        Set<Long> erased = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", stack.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topic.USER_EVENTS.topicName()).stream()
                            .map(part -> new TopicPartition(part.topic(), part.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(200));
                records.forEach(record ->
                        addIfOf(company, record, told)
                                .filter(event -> isErasure(record))
                                .ifPresent(event -> erased.add(event.user())));
            }
        }
        told.removeIf(event -> erased.contains(event.user()));
        return told;
    }

    /** An event may be told twice after a crash; as {@code user#change}. */
    static Set<String> distinct(List<Told> told) {
        return told.stream()
                .map(event -> event.user() + "#" + event.change())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Events whose change came before one that had been told already, repetitions aside. */
    static List<Told> outOfOrder(List<Told> told) {
        Map<Long, Long> highest = new HashMap<>();
        Set<Told> seen = new HashSet<>();
        List<Told> wrong = new ArrayList<>();
        for (Told event : told) {
            boolean first = seen.add(event);
            long before = highest.getOrDefault(event.user(), 0L);
            if (first && event.change() != before + 1) {
                wrong.add(event);
            }
            highest.merge(event.user(), event.change(), Math::max);
        }
        return wrong;
    }

    static boolean isErasure(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_type").equals("com.learnamp.user.erased.v1");
    }

    private static Optional<Told> addIfOf(
            long company, ConsumerRecord<String, byte[]> record, List<Told> told) {
        String source = header(record, "ce_source");
        String prefix = "/companies/" + company + "/users/";
        if (!source.startsWith(prefix)) {
            return Optional.empty();
        }
        Told event =
                new Told(
                        Long.parseLong(source.substring(prefix.length())),
                        Long.parseLong(header(record, "ce_id")));
        told.add(event);
        return Optional.of(event);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
