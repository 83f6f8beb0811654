package com.learnamp.entra.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People as they are before a change; the caller holds the company's lock. */
final class StoredUsers {

    private static final String SELECT =
            """
            SELECT u.id, u.change_counter, u.email, u.first_name, u.last_name, u.job_title, u.time_zone, u.language,
                   u.role, u.integration_external_id, u.occupation_role, u.hire_date, u.location, u.department,
                   u.manager_id, u.primary_team_id, u.status, u.status_before_deactivation, u.custom_fields,
                   (SELECT string_agg(s.team_id::text, ',' ORDER BY s.team_id) FROM learnamp.secondary_team_users s
                    WHERE s.user_id = u.id) AS secondary_teams,
                   (SELECT l.object_id FROM provisioning.ledger l WHERE l.user_id = u.id) AS object_id
            FROM learnamp.users u
            """;

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private StoredUsers() {}

    static Optional<ChangedUser> byId(StoreTransaction transaction, long id) throws SQLException {
        return transaction.first(SELECT + "WHERE u.id = ?", StoredUsers::user, id);
    }

    static List<ChangedUser> byIds(StoreTransaction transaction, List<Long> ids)
            throws SQLException {
        return transaction.query(
                SELECT + "WHERE u.id = ANY (?)",
                StoredUsers::user,
                (Object) ids.toArray(Long[]::new));
    }

    static Optional<ChangedUser> byExternalId(StoreTransaction transaction, String id)
            throws SQLException {
        return transaction.first(
                SELECT + "WHERE u.integration_external_id = ?", StoredUsers::user, id);
    }

    /** Those whose override manager this person is. */
    static List<ChangedUser> managedBy(StoreTransaction transaction, long manager)
            throws SQLException {
        return transaction.query(
                SELECT + "WHERE u.manager_id = ? ORDER BY u.id", StoredUsers::user, manager);
    }

    static List<Long> activeOwners(StoreTransaction transaction) throws SQLException {
        return transaction.query(
                "SELECT id FROM learnamp.users WHERE role = 'owner' AND status <> 'deactivated'"
                        + " ORDER BY id",
                row -> row.number("id"));
    }

    private static ChangedUser user(StoredRow row) throws SQLException {
        Map<UserField, String> fields = new EnumMap<>(UserField.class);
        for (UserField field : UserField.ALL) {
            @Nullable String value = row.maybeText(field.column());
            if (value != null) {
                fields.put(field, value);
            }
        }
        return new ChangedUser(
                row.number("id"),
                row.number("change_counter"),
                row.maybeUuid("object_id"),
                fields,
                customFields(row.text("custom_fields")));
    }

    private static Map<String, String> customFields(String json) {
        try {
            return MessageCodec.mapper().readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store gives JSON", e);
        }
    }
}
