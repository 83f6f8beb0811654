package com.learnamp.entra.writer.replay;

import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.Json;
import com.learnamp.entra.writer.preview.PreviewedPerson;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Whom a trial would change, and how.
 *
 * @param replay whose trial it is
 */
public record TriedPerson(UUID replay, PreviewedPerson person) {

    private static final String SAVE =
            """
            INSERT INTO provisioning.replay_people (
                replay_id, company_id, object_id, outcome, reason, user_id, name, email, changes)
            SELECT r.replay_id, ?, r.object_id, r.outcome, r.reason, r.user_id, r.name, r.email, r.changes
            FROM jsonb_to_recordset(?::jsonb) AS r(
                replay_id uuid, object_id uuid, outcome text, reason text, user_id bigint, name text, email text,
                changes jsonb)
            ON CONFLICT (replay_id, company_id, object_id) DO UPDATE
            SET outcome = excluded.outcome, reason = excluded.reason, user_id = excluded.user_id,
                name = excluded.name, email = excluded.email, changes = excluded.changes
            """;

    public static void save(CompanyTransaction transaction, Collection<TriedPerson> people)
            throws SQLException {
        if (!people.isEmpty()) {
            List<Map<String, Object>> rows = people.stream().map(TriedPerson::row).toList();
            transaction.update(SAVE, transaction.company(), Json.of(rows));
        }
    }

    private Map<String, Object> row() {
        Map<String, Object> row = person.row();
        row.put("replay_id", replay);
        return row;
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "TriedPerson[" + person.object() + "]";
    }
}
