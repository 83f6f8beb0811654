package com.learnamp.entra.writer.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserEvent;
import com.learnamp.entra.contracts.UserEventHeaders;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Traces;
import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A history row and an event for each change, in the transaction that makes it. */
final class TellChanges {

    private static final String HISTORY =
            """
            INSERT INTO provisioning.history (
                company_id, user_id, change_number, object_id, kind, cause, reason, run_id, changes,
                noticed_at, observed_at, mapped_at, written_at)
            SELECT ?, r.user_id, r.change_number, r.object_id, r.kind, r.cause, r.reason, r.run_id, r.changes,
                   r.noticed_at, r.observed_at, r.mapped_at, ?
            FROM jsonb_to_recordset(?::jsonb) AS r(
                user_id bigint, change_number bigint, object_id uuid, kind text, cause text, reason text, run_id uuid,
                changes jsonb, noticed_at timestamptz, observed_at timestamptz, mapped_at timestamptz)
            """;

    private static final String OUTBOX =
            """
            INSERT INTO provisioning.outbox (company_id, topic, partition, record_key, headers, payload)
            SELECT ?, ?, r.partition, r.record_key, r.headers, decode(r.payload, 'base64')
            FROM jsonb_to_recordset(?::jsonb) AS r(
                partition integer, record_key text, headers jsonb, payload text)
            """;

    private TellChanges() {}

    static void tell(CompanyTransaction transaction, List<Change> changes, Instant now)
            throws SQLException {
        CompanyId company = transaction.company();
        transaction.update(
                HISTORY,
                company,
                now,
                Json.of(changes.stream().map(TellChanges::history).toList()));
        transaction.update(
                OUTBOX,
                company,
                Topic.USER_EVENTS.topicName(),
                Json.of(changes.stream().map(change -> outgoing(company, change, now)).toList()));
    }

    private static Map<String, Object> history(Change change) {
        Map<String, Object> row = new HashMap<>();
        row.put("user_id", change.person().id());
        row.put("change_number", change.number());
        row.put("object_id", change.person().entraObject().orElse(null));
        row.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
        row.put("cause", change.cause().what());
        row.put("reason", change.cause().reason());
        row.put("run_id", change.cause().run());
        row.put("changes", change.fields());
        row.put("noticed_at", change.cause().noticedAt());
        row.put("observed_at", change.cause().observedAt());
        row.put("mapped_at", change.cause().mappedAt());
        return row;
    }

    private static Map<String, Object> outgoing(CompanyId company, Change change, Instant now) {
        RecordKey key = RecordKey.ofUser(company, change.person().id());
        UserEvent event = change.event(company, now);
        return Map.of(
                "partition", Topic.USER_EVENTS.partition(key),
                "record_key", key.text(),
                "headers", headers(event, change),
                "payload", bytes(event));
    }

    /** The event goes on with the trace of the command that made the change. */
    private static Map<String, String> headers(UserEvent event, Change change) {
        Map<String, String> headers = new HashMap<>(UserEventHeaders.of(event, change.number()));
        change.person()
                .entraObject()
                .map(object -> Traces.of(object.toString()))
                .ifPresent(trace -> headers.put(Traces.HEADER, trace));
        return headers;
    }

    /** As bytes, which Jackson writes in base 64. */
    private static byte[] bytes(UserEvent event) {
        try {
            return MessageCodec.mapper().writerFor(UserEvent.class).writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every event can be written", e);
        }
    }
}
