package com.learnamp.entra.writer.people;

import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes down which changes override what somebody did by hand. */
final class SaveDrift {

    private static final String INSERT =
            """
            INSERT INTO provisioning.drift (company_id, user_id, change_number, field, written, found)
            SELECT ?, r.user_id, r.change_number, r.field, r.written, r.found
            FROM jsonb_to_recordset(?::jsonb) AS r(
                user_id bigint, change_number bigint, field text, written text, found text)
            """;

    private SaveDrift() {}

    static void save(CompanyTransaction transaction, List<Change> changes) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Change change : changes) {
            change.person().drift().forEach((field, written) -> add(rows, change, field, written));
        }
        if (!rows.isEmpty()) {
            transaction.update(INSERT, transaction.company(), Json.of(rows));
        }
    }

    /** What came out as it was found, in the end, was overridden by nothing. */
    private static void add(
            List<Map<String, Object>> rows, Change change, UserField field, String written) {
        Person person = change.person();
        if (!Objects.equals(person.storedValue(field), person.get(field))) {
            Map<String, Object> row = new HashMap<>();
            row.put("user_id", person.id());
            row.put("change_number", change.number());
            row.put("field", field.apiName().orElseThrow());
            row.put("written", written);
            row.put("found", person.storedValue(field));
            rows.add(row);
        }
    }
}
