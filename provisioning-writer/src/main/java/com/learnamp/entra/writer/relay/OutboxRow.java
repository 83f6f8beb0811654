package com.learnamp.entra.writer.relay;

import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.Outgoing;
import java.time.Instant;
import java.util.Map;

/** An event that waits to be published. */
record OutboxRow(
        long id,
        int partition,
        String key,
        Map<String, String> headers,
        byte[] payload,
        Instant createdAt) {

    Outgoing outgoing() {
        return new Outgoing(Topic.USER_EVENTS, partition, key, payload, headers);
    }

    @Override
    public String toString() {
        return "OutboxRow[" + id + "]";
    }
}
