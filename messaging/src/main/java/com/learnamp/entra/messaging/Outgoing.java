package com.learnamp.entra.messaging;

import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record about to be published.
 *
 * @param value null for a tombstone, which ends what a compacted topic says of the key
 * @param headers by name; values as UTF-8
 */
public record Outgoing(
        Topic topic,
        int partition,
        String key,
        byte @Nullable [] value,
        Map<String, String> headers) {

    public Outgoing {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        headers = Map.copyOf(headers);
    }

    public static Outgoing of(Topic topic, Message message) {
        RecordKey key = message.key();
        return new Outgoing(
                topic, topic.partition(key), key.text(), MessageCodec.write(message), Map.of());
    }

    /** Ends what a compacted topic says of the key. */
    public static Outgoing tombstone(Topic topic, int partition, String key) {
        return new Outgoing(topic, partition, key, null, Map.of());
    }

    /** Ends what a compacted topic says of the key. */
    public static Outgoing tombstone(Topic topic, RecordKey key) {
        return tombstone(topic, topic.partition(key), key.text());
    }

    @Override
    public String toString() {
        return "Outgoing[" + topic.topicName() + "-" + partition + "]";
    }
}
