package com.learnamp.entra.console.outbox;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
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

    private Outbox() {}

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
