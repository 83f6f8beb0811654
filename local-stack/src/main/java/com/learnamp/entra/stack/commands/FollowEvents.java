package com.learnamp.entra.stack.commands;

import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.options.StackProblem;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** {@code ./dev events}: each user-changed event as a line, until Ctrl-C. */
public final class FollowEvents {

    private static final Duration POLL = Duration.ofMillis(500);

    private FollowEvents() {}

    public static int in(StackDirectory directory, List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty() && !arguments.equals(List.of("--all"))) {
            throw new StackProblem("./dev events takes --all or nothing");
        }
        String bootstrapServers = RunningStack.in(directory).kafka();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topic.USER_EVENTS.topicName()).stream()
                            .map(part -> new TopicPartition(part.topic(), part.partition()))
                            .toList();
            consumer.assign(partitions);
            if (arguments.isEmpty()) {
                consumer.seekToEnd(partitions);
            } else {
                consumer.seekToBeginning(partitions);
            }
            System.err.println("Following the user-changed events; Ctrl-C ends it");
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(record -> print(record, out));
            }
        }
        return 0;
    }

    private static void print(ConsumerRecord<String, byte[]> record, PrintStream out) {
        out.printf(
                "%s  %s  %s#%s  %s%n",
                Instant.ofEpochMilli(record.timestamp()).truncatedTo(ChronoUnit.MILLIS),
                header(record, "ce_type"),
                header(record, "ce_source"),
                header(record, "ce_id"),
                new String(record.value(), StandardCharsets.UTF_8));
        out.flush();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        @Nullable Header header = record.headers().lastHeader(name);
        return header == null ? "-" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
