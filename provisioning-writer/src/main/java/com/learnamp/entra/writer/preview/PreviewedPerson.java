package com.learnamp.entra.writer.preview;

import com.learnamp.entra.contracts.UserEvent.FieldChange;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.Json;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What would be done with somebody.
 *
 * @param outcome created, linked, updated, reactivated, unchanged, rejected, leaves
 * @param reason more of it, in one word; null without
 * @param userId of somebody who is in Learn Amp
 * @param name of somebody who is not
 * @param changes by Learn Amp's API names
 */
public record PreviewedPerson(
        UUID object,
        Version version,
        String outcome,
        @Nullable String reason,
        @Nullable Long userId,
        @Nullable String name,
        @Nullable String email,
        Map<String, FieldChange> changes) {

    private static final String SAVE =
            """
            INSERT INTO provisioning.preview_people AS p (
                company_id, object_id, epoch, counter, outcome, reason, user_id, name, email, changes)
            SELECT ?, r.object_id, r.epoch, r.counter, r.outcome, r.reason, r.user_id, r.name, r.email, r.changes
            FROM jsonb_to_recordset(?::jsonb) AS r(
                object_id uuid, epoch bigint, counter bigint, outcome text, reason text, user_id bigint, name text,
                email text, changes jsonb)
            ON CONFLICT (company_id, object_id) DO UPDATE
            SET epoch = excluded.epoch, counter = excluded.counter, outcome = excluded.outcome,
                reason = excluded.reason, user_id = excluded.user_id, name = excluded.name, email = excluded.email,
                changes = excluded.changes
            WHERE (p.epoch, p.counter) < (excluded.epoch, excluded.counter)
            RETURNING p.object_id
            """;

    public PreviewedPerson named(@Nullable String called, @Nullable String address) {
        return new PreviewedPerson(
                object, version, outcome, reason, userId, called, address, changes);
    }

    /**
     * @return of whom nothing as new was known
     */
    public static Set<UUID> save(CompanyTransaction transaction, Collection<PreviewedPerson> people)
            throws SQLException {
        List<Map<String, Object>> rows = people.stream().map(PreviewedPerson::row).toList();
        return new HashSet<>(
                transaction.query(
                        SAVE,
                        row -> row.getObject(1, UUID.class),
                        transaction.company(),
                        Json.of(rows)));
    }

    /** By column. */
    public Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        row.put("object_id", object);
        row.put("epoch", version.epoch());
        row.put("counter", version.counter());
        row.put("outcome", outcome);
        row.put("reason", reason);
        row.put("user_id", userId);
        row.put("name", name);
        row.put("email", email);
        row.put("changes", changes);
        return row;
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "PreviewedPerson[" + object + "]";
    }
}
