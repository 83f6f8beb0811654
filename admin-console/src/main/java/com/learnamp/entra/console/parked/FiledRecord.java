package com.learnamp.entra.console.parked;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.contracts.ParkedHeaders;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.store.StoreTransaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of a parked topic, with what its key and its content say of whom it is about, as far as
 * they can be read: what can't be read by this version may still name its company and its version.
 *
 * @param topic where it was read, as are the next two
 */
record FiledRecord(
        String service,
        String topic,
        int partition,
        long offset,
        String key,
        String reason,
        Instant parkedAt,
        byte[] payload) {

    private static final String FILE =
            """
            INSERT INTO provisioning.parked AS p (
                service, topic, partition, record_offset, record_key, company_id, object_id, epoch, counter, reason,
                payload, parked_at, last_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (topic, partition, record_offset) DO UPDATE
            SET attempts = p.attempts + 1, last_at = excluded.last_at, reason = excluded.reason, state = 'parked',
                decided_by = NULL, decided_at = NULL, note = NULL
            WHERE p.last_at < excluded.last_at AND p.state <> 'expired'
            """;

    /**
     * @return empty if it is none of ours: without the headers that every parked record has
     */
    static Optional<FiledRecord> of(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(
                    new FiledRecord(
                            record.topic().replace(".parked.v1", ""),
                            header(record, ParkedHeaders.TOPIC),
                            Integer.parseInt(header(record, ParkedHeaders.PARTITION)),
                            Long.parseLong(header(record, ParkedHeaders.OFFSET)),
                            record.key() == null ? "" : record.key(),
                            header(record, ParkedHeaders.REASON),
                            Instant.parse(header(record, ParkedHeaders.AT)),
                            record.value() == null ? new byte[0] : record.value()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    void save(StoreTransaction transaction) throws SQLException {
        Content content = Content.of(key, payload);
        transaction.update(
                FILE,
                service,
                topic,
                partition,
                offset,
                key,
                content.company(),
                content.object(),
                content.epoch(),
                content.counter(),
                reason,
                payload,
                parkedAt,
                parkedAt);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        @Nullable Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException(name);
        }
        return new String(header.value(), StandardCharsets.UTF_8).replace("\0", "");
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "FiledRecord[" + topic + "-" + partition + "@" + offset + "]";
    }

    private record Content(
            @Nullable Long company,
            @Nullable UUID object,
            @Nullable Long epoch,
            @Nullable Long counter) {

        static Content of(String key, byte[] payload) {
            JsonNode json = json(payload);
            String[] parts = key.split(":", 2);
            JsonNode version = json.path("version");
            return new Content(
                    number(parts[0]).orElse(number(json.path("company").asText()).orElse(null)),
                    uuid(parts[parts.length - 1])
                            .orElse(uuid(json.path("user").asText()).orElse(null)),
                    number(version.path("epoch").asText()).orElse(null),
                    number(version.path("counter").asText()).orElse(null));
        }

        private static JsonNode json(byte[] payload) {
            try {
                return Optional.ofNullable(MessageCodec.mapper().readTree(payload))
                        .orElseGet(MessageCodec.mapper()::missingNode);
            } catch (IOException e) {
                return MessageCodec.mapper().missingNode();
            }
        }

        private static Optional<Long> number(String text) {
            return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        }

        private static Optional<UUID> uuid(String text) {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
