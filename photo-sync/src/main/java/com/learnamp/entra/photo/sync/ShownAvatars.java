package com.learnamp.entra.photo.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserEvent;
import com.learnamp.entra.contracts.UserEventHeaders;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Traces;
import com.learnamp.entra.photo.queue.PhotoLookup;
import com.learnamp.entra.photo.store.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which avatar people show: a change with its history and its event, and neither without one. */
record ShownAvatars(Clock clock) {

    private static final String SHOW =
            """
            UPDATE learnamp.users AS person
            SET avatar_hash = ?, change_counter = person.change_counter + 1, updated_at = now()
            FROM provisioning.ledger AS entry, learnamp.users AS before
            WHERE entry.company_id = ? AND entry.object_id = ?
              AND before.company_id = entry.company_id AND before.id = entry.user_id
              AND person.company_id = before.company_id AND person.id = before.id
              AND before.avatar_hash IS DISTINCT FROM ?
              AND (?::text IS NULL OR before.avatar_hash = ?)
            RETURNING person.id, person.change_counter, before.avatar_hash
            """;

    private static final String HISTORY =
            """
            INSERT INTO provisioning.history
                (company_id, user_id, change_number, object_id, kind, cause, reason, run_id, changes, noticed_at)
            VALUES (?, ?, ?, ?, 'updated', ?, 'photo', ?, ?::jsonb, ?)
            """;

    private static final String OUTBOX =
            """
            INSERT INTO provisioning.outbox (company_id, topic, partition, record_key, headers, payload)
            VALUES (?, ?, ?, ?, ?::jsonb, ?)
            """;

    /** What was changed. */
    private record Shown(
            long user, long change, Map<String, UserEvent.FieldChange> changes, Instant at) {}

    /**
     * Shows this one in place of any other.
     *
     * @return whether anything changed
     */
    boolean show(Connection connection, PhotoLookup lookup, String hash) throws SQLException {
        return change(connection, lookup, hash, null);
    }

    /** Shows none, if this one is shown now. */
    boolean takeAway(Connection connection, PhotoLookup lookup, String set) throws SQLException {
        return change(connection, lookup, null, set);
    }

    private boolean change(
            Connection connection,
            PhotoLookup lookup,
            @Nullable String hash,
            @Nullable String onlyIf)
            throws SQLException {
        try (PreparedStatement update =
                        Sql.prepare(
                                connection,
                                SHOW,
                                hash,
                                lookup.company().value(),
                                lookup.user().value(),
                                hash,
                                onlyIf,
                                onlyIf);
                ResultSet row = update.executeQuery()) {
            if (!row.next()) {
                return false;
            }
            Map<String, UserEvent.FieldChange> changes =
                    Map.of(
                            "avatar",
                            new UserEvent.FieldChange(address(row.getString(3)), address(hash)));
            Shown shown = new Shown(row.getLong(1), row.getLong(2), changes, clock.instant());
            remember(connection, lookup, shown);
            tell(connection, lookup, shown);
            return true;
        }
    }

    private static void remember(Connection connection, PhotoLookup lookup, Shown shown)
            throws SQLException {
        Instant noticed = lookup.noticedAt();
        Sql.update(
                connection,
                HISTORY,
                lookup.company().value(),
                shown.user(),
                shown.change(),
                lookup.user().value(),
                lookup.cause(),
                lookup.run(),
                json(shown.changes()),
                noticed == null ? null : noticed.atOffset(ZoneOffset.UTC));
    }

    private static void tell(Connection connection, PhotoLookup lookup, Shown shown)
            throws SQLException {
        CompanyId company = lookup.company();
        UserEvent event =
                new UserEvent.Updated(
                        company, shown.user(), lookup.user(), shown.at(), shown.changes());
        RecordKey key = RecordKey.ofUser(company, shown.user());
        Map<String, String> headers = new HashMap<>(UserEventHeaders.of(event, shown.change()));
        @Nullable String trace = Traces.of(lookup.user().toString());
        if (trace != null) {
            headers.put(Traces.HEADER, trace);
        }
        Sql.update(
                connection,
                OUTBOX,
                company.value(),
                Topic.USER_EVENTS.topicName(),
                Topic.USER_EVENTS.partition(key),
                key.text(),
                json(headers),
                json(event).getBytes(StandardCharsets.UTF_8));
    }

    /** Where Learn Amp's API serves it. */
    private static @Nullable String address(@Nullable String hash) {
        return hash == null ? null : "/v1/avatars/" + hash;
    }

    private static String json(Object value) {
        try {
            return MessageCodec.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change of an avatar can be written", e);
        }
    }
}
