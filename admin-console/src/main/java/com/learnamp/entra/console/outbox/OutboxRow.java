package com.learnamp.entra.console.outbox;

import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.Outgoing;
import java.util.Map;

/** A message that waits to be published. */
record OutboxRow(long id, Topic topic, int partition, String key, byte[] payload) {

    Outgoing outgoing() {
        return new Outgoing(topic, partition, key, payload, Map.of());
    }

    @Override
    public String toString() {
        return "OutboxRow[" + id + "]";
    }
}
