package com.learnamp.entra.stack.system;

import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.stack.LocalStack;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Where somebody still is: any column of any table, and the newest of each compacted topic. */
record PersonalTraces(LocalStack stack, String objectId, String email) {

    private static final String TABLES =
            """
            SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
            WHERE table_schema IN ('learnamp', 'provisioning', 'directory') AND table_type = 'BASE TABLE'
            ORDER BY 1
            """;

    /** The tables that name him, whatever the column: a row as text has them all, bytes in hex. */
    List<String> inTables() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection store = stack.connectToStore()) {
            for (String table : texts(store, TABLES)) {
                String rows =
                        "SELECT count(*)::text FROM "
                                + table
                                + " AS one WHERE lower(one::text) LIKE ANY (?)";
                String count = texts(store, rows, patterns()).getFirst();
                if (!count.equals("0")) {
                    found.add(table + " names him in " + count + " rows");
                }
            }
        }
        return found;
    }

    /** Empty where the newest record of the key is a tombstone, or where there is none. */
    Optional<byte[]> newest(Topic topic, String key) {
        Optional<byte[]> newest = Optional.empty();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", stack.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.topicName()).stream()
                            .map(part -> new TopicPartition(part.topic(), part.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(record.key())) {
                        newest = Optional.ofNullable(record.value());
                    }
                }
            }
        }
        return newest;
    }

    private String[] patterns() {
        return Stream.of(objectId, email)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .flatMap(word ->
                        Stream.of(
                                word,
                                HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8))))
                .map(word -> "%" + word.replace("_", "\\_") + "%")
                .toArray(String[]::new);
    }

    private static List<String> texts(Connection store, String sql, String... words)
            throws SQLException {
        try (PreparedStatement statement = store.prepareStatement(sql)) {
            if (words.length > 0) {
                statement.setArray(1, store.createArrayOf("text", words));
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}
