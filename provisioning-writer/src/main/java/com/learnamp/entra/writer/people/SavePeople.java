package com.learnamp.entra.writer.people;

import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.company.StoreUnavailable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the people who changed, each kind of row in one statement however many they are. */
public final class SavePeople {

    /** Two people may swap their addresses, or a new one take what another leaves. */
    private static final String EMAILS_AT_THE_END = "SET CONSTRAINTS learnamp.users_email DEFERRED";

    private static final String ROW =
            """
            jsonb_to_recordset(?::jsonb) AS r(
                id bigint, change_counter bigint, email text, first_name text, last_name text, job_title text,
                time_zone text, language text, role text, integration_external_id text, hire_date date, location text,
                department text, manager_id bigint, primary_team_id bigint, status text,
                status_before_deactivation text, custom_fields jsonb)
            """;

    private static final String INSERT =
            """
            INSERT INTO learnamp.users (
                company_id, id, change_counter, email, first_name, last_name, job_title, time_zone, language, role,
                integration_external_id, hire_date, location, department, manager_id, primary_team_id,
                status, custom_fields, status_at, created_at, updated_at)
            SELECT ?, r.id, r.change_counter, r.email, r.first_name, r.last_name, r.job_title, r.time_zone, r.language,
                   r.role, r.integration_external_id, r.hire_date, r.location, r.department, r.manager_id,
                   r.primary_team_id, r.status, r.custom_fields, n.now, n.now, n.now
            FROM (SELECT ?::timestamptz AS now) n,
            """
                    + ROW;

    /** The condition on the counter finds out who changes people without the company's lock. */
    private static final String UPDATE =
            """
            UPDATE learnamp.users u
            SET change_counter = r.change_counter, email = r.email, first_name = r.first_name,
                last_name = r.last_name, job_title = r.job_title, language = r.language,
                integration_external_id = r.integration_external_id, hire_date = r.hire_date, location = r.location,
                department = r.department, manager_id = r.manager_id, primary_team_id = r.primary_team_id,
                status = r.status, custom_fields = r.custom_fields,
                status_before_deactivation = r.status_before_deactivation,
                status_at = CASE WHEN u.status = r.status THEN u.status_at ELSE n.now END,
                deactivated_at = CASE WHEN r.status = 'deactivated' THEN coalesce(u.deactivated_at, n.now) END,
                updated_at = n.now
            FROM (SELECT ?::timestamptz AS now) n,
            """
                    + ROW
                    + "WHERE u.company_id = ? AND u.id = r.id AND u.change_counter ="
                    + " r.change_counter - 1";

    private static final String END_SECONDARY_MEMBERSHIPS =
            "DELETE FROM learnamp.secondary_team_users WHERE company_id = ? AND user_id = ANY (?)";

    private SavePeople() {}

    /** Writes these changes, their history and their events. */
    public static void save(CompanyTransaction transaction, List<Change> changes, Instant now)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        transaction.execute(EMAILS_AT_THE_END);
        insert(
                transaction,
                changes.stream().filter(change -> change.person().isNew()).toList(),
                now);
        update(
                transaction,
                changes.stream().filter(change -> !change.person().isNew()).toList(),
                now);
        endSecondaryMemberships(transaction, changes);
        TellChanges.tell(transaction, changes, now);
        SaveDrift.save(transaction, changes);
    }

    private static void insert(CompanyTransaction transaction, List<Change> created, Instant now)
            throws SQLException {
        if (!created.isEmpty()) {
            transaction.update(INSERT, transaction.company(), now, rows(created));
        }
    }

    private static void update(CompanyTransaction transaction, List<Change> changed, Instant now)
            throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        int updated = transaction.update(UPDATE, now, rows(changed), transaction.company());
        if (updated != changed.size()) {
            throw new StoreUnavailable("people were changed without the company's lock");
        }
    }

    private static void endSecondaryMemberships(
            CompanyTransaction transaction, List<Change> changes) throws SQLException {
        Long[] ended =
                changes.stream()
                        .map(Change::person)
                        .filter(person -> person.storedValue(UserField.SECONDARY_TEAMS) != null)
                        .filter(person -> person.get(UserField.SECONDARY_TEAMS) == null)
                        .map(Person::id)
                        .toArray(Long[]::new);
        if (ended.length > 0) {
            transaction.update(END_SECONDARY_MEMBERSHIPS, transaction.company(), ended);
        }
    }

    private static String rows(List<Change> changes) {
        return Json.of(changes.stream().map(SavePeople::row).toList());
    }

    private static Map<String, Object> row(Change change) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", change.person().id());
        row.put("change_counter", change.number());
        row.put("custom_fields", change.person().customFields());
        for (UserField field : UserField.all()) {
            String value = change.person().get(field);
            if (value != null) {
                row.put(field.column(), value);
            }
        }
        return row;
    }

    /** Ids for people who do not exist yet, so that they can be named before they are written. */
    public static List<Long> newIds(CompanyTransaction transaction, int count) throws SQLException {
        return count == 0
                ? List.of()
                : transaction.query(
                        "SELECT nextval('learnamp.users_id_seq') FROM generate_series(1, ?)",
                        row -> row.getLong(1),
                        count);
    }
}
