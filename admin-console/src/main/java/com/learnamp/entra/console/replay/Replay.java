package com.learnamp.entra.console.replay;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What shall be replayed.
 *
 * @param company null: all companies
 * @param person null: everybody
 * @param start from where on a message counts as asked for
 * @param trial only says what would change
 */
record Replay(
        UUID id,
        @Nullable CompanyId company,
        @Nullable EntraObjectId person,
        ReplayTarget target,
        ReplayStart start,
        boolean trial) {

    /** The partitions in which there can be something, the same in all topics. */
    IntStream partitions() {
        Topic topic = target.lane();
        return company == null
                ? IntStream.range(0, topic.partitions())
                : IntStream.of(topic.partition(RecordKey.of(company)));
    }

    /** Whether a record is about whom it is for. */
    boolean concerns(ConsumerRecord<String, byte[]> record) {
        @Nullable String key = record.key();
        if (key == null || company == null) {
            return key != null;
        }
        return person == null
                ? key.startsWith(company + ":")
                : key.equals(RecordKey.of(company, person).text());
    }

    Optional<CompanyId> oneCompany() {
        return Optional.ofNullable(company);
    }

    /** From where on. */
    sealed interface ReplayStart {

        boolean includes(ConsumerRecord<String, byte[]> record);

        /** Everything that is kept. */
        record Beginning() implements ReplayStart {
            @Override
            public boolean includes(ConsumerRecord<String, byte[]> record) {
                return true;
            }
        }

        /** From an offset of one topic on, in the partition of the company. */
        record Offset(String topic, long offset) implements ReplayStart {
            @Override
            public boolean includes(ConsumerRecord<String, byte[]> record) {
                return record.topic().equals(topic) && record.offset() >= offset;
            }
        }

        /** What Kafka got at this time or later. */
        record At(Instant time) implements ReplayStart {
            @Override
            public boolean includes(ConsumerRecord<String, byte[]> record) {
                return record.timestamp() >= time.toEpochMilli();
            }
        }
    }
}
