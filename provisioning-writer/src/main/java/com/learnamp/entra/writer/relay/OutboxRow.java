package com.learnamp.entra.writer.relay;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.RecordKey;
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
        String lane,
        Instant createdAt) {

    Outgoing outgoing() {
        return new Outgoing(Topic.USER_EVENTS, partition, key, payload, headers);
    }

    /** What says that he is no more. */
    Outgoing withoutState() {
        return Outgoing.tombstone(
                Topic.USER_STATES, RecordKey.ofUser(new CompanyId(company()), user()));
    }

    private long company() {
        return Long.parseLong(key.substring(0, key.indexOf(':')));
    }

    /** Learn Amp's id of whom it is about: the second half of the key. */
    long user() {
        return Long.parseLong(key.substring(key.indexOf(':') + 1));
    }

    @Override
    public String toString() {
        return "OutboxRow[" + id + "]";
    }
}
