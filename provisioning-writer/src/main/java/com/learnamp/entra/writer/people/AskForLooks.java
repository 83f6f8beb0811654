package com.learnamp.entra.writer.people;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.SyncRequest.LookUpUser;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Has people looked at anew, by the outbox. */
public final class AskForLooks {

    private static final String ASK =
            """
            INSERT INTO provisioning.outbox (company_id, topic, partition, record_key, payload)
            SELECT ?, ?, r.partition, r.record_key, decode(r.payload, 'base64')
            FROM jsonb_to_recordset(?::jsonb) AS r(partition integer, record_key text, payload text)
            """;

    private AskForLooks() {}

    public static void at(
            CompanyTransaction transaction,
            Collection<UUID> objects,
            LookUpUser.Reason reason,
            Instant now)
            throws SQLException {
        if (!objects.isEmpty()) {
            transaction.update(
                    ASK,
                    transaction.company(),
                    Topic.SYNC_REQUESTS.topicName(),
                    Json.of(
                            objects.stream()
                                    .map(object ->
                                            row(
                                                    new LookUpUser(
                                                            transaction.company(),
                                                            new EntraObjectId(object),
                                                            reason,
                                                            now)))
                                    .toList()));
        }
    }

    private static Map<String, Object> row(LookUpUser request) {
        return Map.of(
                "partition", Topic.SYNC_REQUESTS.partition(request.key()),
                "record_key", request.key().text(),
                "payload", MessageCodec.write(request));
    }
}
