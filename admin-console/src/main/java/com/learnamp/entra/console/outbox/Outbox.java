package com.learnamp.entra.console.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserEvent;
import com.learnamp.entra.contracts.UserEventHeaders;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;

/** Says a message with the transaction, if it commits. The caller holds the company's lock. */
public final class Outbox {

    /** Rung at each commit, so that the relay need not wait for its next look. */
    static final String BELL = "console_outbox";

    private static final String ADD =
            """
            INSERT INTO provisioning.outbox (company_id, topic, partition, record_key, payload)
            VALUES (?, ?, ?, ?, ?)
            """;

    private static final String ADD_EVENT =
            """
            INSERT INTO provisioning.outbox (company_id, topic, partition, record_key, headers, payload)
            VALUES (?, ?, ?, ?, ?::jsonb, ?)
            """;

    private Outbox() {}

    /**
     * An event, which provisioning-writer relays.
     *
     * @param changeNumber of the person
     */
    public static void addEvent(StoreTransaction transaction, UserEvent event, long changeNumber)
            throws SQLException {
        RecordKey key = RecordKey.ofUser(event.company(), event.user());
        try {
            transaction.update(
                    ADD_EVENT,
                    event.company().value(),
                    Topic.USER_EVENTS.topicName(),
                    Topic.USER_EVENTS.partition(key),
                    key.text(),
                    MessageCodec.mapper()
                            .writeValueAsString(UserEventHeaders.of(event, changeNumber)),
                    MessageCodec.mapper().writerFor(UserEvent.class).writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every event can be written", e);
        }
    }

    public static void add(
            StoreTransaction transaction, CompanyId company, Topic topic, Message message)
            throws SQLException {
        RecordKey key = message.key();
        transaction.update(
                ADD,
                company.value(),
                topic.topicName(),
                topic.partition(key),
                key.text(),
                MessageCodec.write(message));
        transaction.query("SELECT pg_notify(?, '')", row -> BELL, BELL);
    }
}
