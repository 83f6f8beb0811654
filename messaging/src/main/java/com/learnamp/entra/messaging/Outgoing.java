package com.learnamp.entra.messaging;

import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
import java.util.Map;
import java.util.Objects;

/**
 * A record about to be published.
 *
 * @param headers by name; values as UTF-8
 */
public record Outgoing(
        Topic topic, int partition, String key, byte[] value, Map<String, String> headers) {

    public Outgoing {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        headers = Map.copyOf(headers);
    }

    public static Outgoing of(Topic topic, Message message) {
        RecordKey key = message.key();
        return new Outgoing(
                topic, topic.partition(key), key.text(), MessageCodec.write(message), Map.of());
    }

    @Override
    public String toString() {
        return "Outgoing[" + topic.topicName() + "-" + partition + "]";
    }
}
