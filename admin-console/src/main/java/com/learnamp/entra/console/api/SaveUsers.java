package com.learnamp.entra.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserEvent;
import com.learnamp.entra.contracts.UserEventHeaders;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes changed people, and for each of them a history row and an event, in the transaction that
 * changes them and under the company's lock: as provisioning-writer does, whose rows stand beside
 * these. The number of statements does not grow with that of the people.
 */
final class SaveUsers {

    private static final String UPDATE =
            """
            UPDATE learnamp.users u
            SET change_counter = r.change_counter, email = r.email, first_name = r.first_name,
                last_name = r.last_name, job_title = r.job_title, language = r.language, role = r.role,
                integration_external_id = r.integration_external_id, occupation_role = r.occupation_role,
                hire_date = r.hire_date, location = r.location, department = r.department,
                manager_id = r.manager_id, primary_team_id = r.primary_team_id, status = r.status,
                status_before_deactivation = r.status_before_deactivation, custom_fields = r.custom_fields,
                status_at = CASE WHEN u.status = r.status THEN u.status_at ELSE n.now END,
                deactivated_at = CASE WHEN r.status = 'deactivated' THEN coalesce(u.deactivated_at, n.now) END,
                updated_at = n.now
            FROM (SELECT ?::timestamptz AS now) n,
                 jsonb_to_recordset(?::jsonb) AS r(
                     id bigint, change_counter bigint, email text, first_name text, last_name text, job_title text,
                     language text, role text, integration_external_id text, occupation_role text, hire_date date,
                     location text, department text, manager_id bigint, primary_team_id bigint, status text,
                     status_before_deactivation text, custom_fields jsonb)
            WHERE u.id = r.id AND u.change_counter = r.change_counter - 1
            """;

    private static final String END_MEMBERSHIPS =
            "DELETE FROM learnamp.secondary_team_users WHERE user_id = ANY (?)";

    private static final String BEGIN_MEMBERSHIPS =
            """
            INSERT INTO learnamp.secondary_team_users (company_id, team_id, user_id)
            SELECT ?, t.id::bigint, r.id
            FROM jsonb_to_recordset(?::jsonb) AS r(id bigint, secondary_teams text)
            CROSS JOIN LATERAL string_to_table(r.secondary_teams, ',') AS t(id)
            """;

    private static final String HISTORY =
            """
            INSERT INTO provisioning.history (
                company_id, user_id, change_number, object_id, kind, cause, reason, changes, written_at)
            SELECT ?, r.user_id, r.change_number, r.object_id, r.kind, 'admin', ?, r.changes, ?
            FROM jsonb_to_recordset(?::jsonb) AS r(
                user_id bigint, change_number bigint, object_id uuid, kind text, changes jsonb)
            """;

    private static final String OUTBOX =
            """
            INSERT INTO provisioning.outbox (company_id, topic, partition, record_key, headers, payload)
            SELECT ?, ?, r.partition, r.record_key, r.headers, decode(r.payload, 'base64')
            FROM jsonb_to_recordset(?::jsonb) AS r(
                partition integer, record_key text, headers jsonb, payload text)
            """;

    private final StoreTransaction transaction;
    private final CompanyId company;
    private final String client;
    private final Instant now;

    /**
     * @param client who asked for it
     */
    SaveUsers(StoreTransaction transaction, CompanyId company, String client, Instant now) {
        this.transaction = transaction;
        this.company = company;
        this.client = client;
        this.now = now;
    }

    /** Whoever stays as he is, is left untouched. */
    void save(List<ChangedUser> people) throws SQLException {
        List<ChangedUser> changed =
                people.stream().filter(person -> !person.changes().isEmpty()).toList();
        if (changed.isEmpty()) {
            return;
        }
        String rows = json(changed.stream().map(SaveUsers::row).toList());
        int updated = transaction.update(UPDATE, now, rows);
        if (updated != changed.size()) {
            throw new IllegalStateException("people were changed without the company's lock");
        }
        saveMemberships(changed);
        tell(changed);
    }

    private void saveMemberships(List<ChangedUser> changed) throws SQLException {
        List<ChangedUser> moved =
                changed.stream()
                        .filter(person -> person.differs(UserField.SECONDARY_TEAMS))
                        .toList();
        if (!moved.isEmpty()) {
            transaction.update(
                    END_MEMBERSHIPS,
                    (Object) moved.stream().map(ChangedUser::id).toArray(Long[]::new));
            transaction.update(
                    BEGIN_MEMBERSHIPS,
                    company.value(),
                    json(moved.stream().map(SaveUsers::row).toList()));
        }
    }

    private void tell(List<ChangedUser> changed) throws SQLException {
        transaction.update(
                HISTORY,
                company.value(),
                client,
                now,
                json(changed.stream().map(this::history).toList()));
        transaction.update(
                OUTBOX,
                company.value(),
                Topic.USER_EVENTS.topicName(),
                json(changed.stream().map(this::outgoing).toList()));
    }

    private static Map<String, @Nullable Object> row(ChangedUser person) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", person.id());
        row.put("change_counter", person.changeNumber());
        UserField.ALL.forEach(field -> row.put(field.column(), person.get(field)));
        row.put("custom_fields", person.customFields().wanted());
        return row;
    }

    private Map<String, @Nullable Object> history(ChangedUser person) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("user_id", person.id());
        row.put("change_number", person.changeNumber());
        row.put("object_id", person.entraObject());
        row.put("kind", kind(person.event(company, now)));
        row.put("changes", person.changes());
        return row;
    }

    private static String kind(UserEvent event) {
        return switch (event) {
            case UserEvent.Created _ -> "created";
            case UserEvent.Updated _ -> "updated";
            case UserEvent.Deactivated _ -> "deactivated";
            case UserEvent.Reactivated _ -> "reactivated";
            case UserEvent.Erased _ ->
                    throw new IllegalStateException("of somebody erased there is no history");
        };
    }

    private Map<String, Object> outgoing(ChangedUser person) {
        RecordKey key = RecordKey.ofUser(company, person.id());
        UserEvent event = person.event(company, now);
        return Map.of(
                "partition", Topic.USER_EVENTS.partition(key),
                "record_key", key.text(),
                "headers", UserEventHeaders.of(event, person.changeNumber()),
                "payload", payload(event));
    }

    /** As bytes, which Jackson writes in base 64. */
    private static byte[] payload(UserEvent event) {
        try {
            return MessageCodec.mapper().writerFor(UserEvent.class).writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every event can be written", e);
        }
    }

    static String json(Object value) {
        try {
            return MessageCodec.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows can be written as JSON", e);
        }
    }
}
