package com.learnamp.entra.writer.people;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads people and what the ledger has of them, each in one statement however many they are. {@code
 * OFFSET 0} keeps the planner to one look into the right index for each of them, also while a first
 * sync fills tables of which it knows nothing yet.
 */
public final class LoadPeople {

    /** Of a set named {@code concerned}. */
    private static final String FROM_LEDGER =
            """
            SELECT l.object_id, l.epoch, l.counter, l.state, l.user_id, l.manager_reading, l.manager_object_id,
                   l.written, l.observed_at, l.claimed_email, l.seen_revision
            FROM concerned CROSS JOIN LATERAL (
                SELECT * FROM provisioning.ledger e
                WHERE e.company_id = ? AND e.object_id = concerned.object_id OFFSET 0) l
            """;

    /** These objects, whoever the ledger has as their managers, and who holds the addresses. */
    private static final String LEDGER =
            """
            WITH asked AS (SELECT unnest(?) AS object_id),
            concerned AS (
                SELECT object_id FROM asked
                UNION
                SELECT l.manager_object_id FROM asked CROSS JOIN LATERAL (
                    SELECT e.manager_object_id FROM provisioning.ledger e
                    WHERE e.company_id = ? AND e.object_id = asked.object_id AND e.manager_object_id IS NOT NULL
                    OFFSET 0) l
                UNION
                SELECT l.object_id FROM unnest(?) AS wanted(email) CROSS JOIN LATERAL (
                    SELECT x.id FROM learnamp.users x WHERE x.company_id = ? AND x.email = wanted.email OFFSET 0) u
                CROSS JOIN LATERAL (
                    SELECT e.object_id FROM provisioning.ledger e
                    WHERE e.company_id = ? AND e.user_id = u.id OFFSET 0) l)
            """
                    + FROM_LEDGER;

    /**
     * Those who name one of these objects as manager, and those whom one of these users manages.
     */
    private static final String LEDGER_OF_REPORTS =
            """
            WITH concerned AS (
                SELECT l.object_id FROM unnest(?) AS arriving(object_id) CROSS JOIN LATERAL (
                    SELECT e.object_id FROM provisioning.ledger e
                    WHERE e.company_id = ? AND e.manager_object_id = arriving.object_id
                    OFFSET 0) l
                UNION
                SELECT l.object_id FROM unnest(?) AS leaving(user_id) CROSS JOIN LATERAL (
                    SELECT u.id FROM learnamp.users u
                    WHERE u.company_id = ? AND u.manager_id = leaving.user_id OFFSET 0) u CROSS JOIN LATERAL (
                    SELECT e.object_id FROM provisioning.ledger e
                    WHERE e.company_id = ? AND e.user_id = u.id OFFSET 0) l)
            """
                    + FROM_LEDGER;

    /**
     * Always with the Owners: they get the reports of whoever leaves, and one of them must stay.
     */
    private static final String USERS =
            """
            WITH concerned AS (
                SELECT unnest(?) AS id
                UNION
                SELECT u.id FROM unnest(?) AS asked(external_id) CROSS JOIN LATERAL (
                    SELECT x.id FROM learnamp.users x
                    WHERE x.company_id = ? AND x.integration_external_id = asked.external_id OFFSET 0) u
                UNION
                SELECT u.id FROM unnest(?) AS asked(email) CROSS JOIN LATERAL (
                    SELECT x.id FROM learnamp.users x WHERE x.company_id = ? AND x.email = asked.email OFFSET 0) u
                UNION
                SELECT u.id FROM unnest(?) AS leaving(id) CROSS JOIN LATERAL (
                    SELECT x.id FROM learnamp.users x WHERE x.company_id = ? AND x.manager_id = leaving.id OFFSET 0) u
                UNION
                SELECT u.id FROM learnamp.users u WHERE u.company_id = ? AND u.role = 'owner')
            SELECT u.id, u.change_counter, u.email, u.first_name, u.last_name, u.job_title, u.time_zone, u.language,
                   u.role, u.integration_external_id, u.hire_date, u.location, u.department, u.manager_id,
                   u.primary_team_id, u.status, u.status_before_deactivation, u.custom_fields,
                   (SELECT string_agg(s.team_id::text, ',' ORDER BY s.team_id) FROM learnamp.secondary_team_users s
                    WHERE s.company_id = u.company_id AND s.user_id = u.id) AS secondary_teams,
                   l.object_id
            FROM concerned CROSS JOIN LATERAL (
                SELECT * FROM learnamp.users x WHERE x.company_id = ? AND x.id = concerned.id OFFSET 0) u
            LEFT JOIN LATERAL (
                SELECT e.object_id FROM provisioning.ledger e
                WHERE e.company_id = ? AND e.user_id = u.id OFFSET 0) l ON true
            """;

    private LoadPeople() {}

    /**
     * @param objects the Entra objects concerned
     * @param emails whose holders are concerned
     */
    public static void concerned(
            CompanyTransaction transaction,
            People people,
            Collection<UUID> objects,
            Collection<String> emails)
            throws SQLException {
        List<LedgerEntry> ledger =
                transaction.query(
                        LEDGER,
                        LoadPeople::entry,
                        objects.toArray(UUID[]::new),
                        transaction.company(),
                        emails.toArray(String[]::new),
                        transaction.company(),
                        transaction.company(),
                        transaction.company());
        ledger.forEach(people::add);
        users(transaction, people, userIds(ledger), externalIds(objects), emails, List.of());
    }

    /** Those whose manager link follows from what happens to these. */
    public static void reports(
            CompanyTransaction transaction,
            People people,
            Collection<UUID> arriving,
            Collection<Long> leaving)
            throws SQLException {
        List<LedgerEntry> ledger =
                transaction.query(
                        LEDGER_OF_REPORTS,
                        LoadPeople::entry,
                        arriving.toArray(UUID[]::new),
                        transaction.company(),
                        leaving.toArray(Long[]::new),
                        transaction.company(),
                        transaction.company(),
                        transaction.company());
        ledger.forEach(people::add);
        users(transaction, people, userIds(ledger), List.of(), List.of(), leaving);
    }

    /** People alone, by Learn Amp's ids. */
    public static void users(CompanyTransaction transaction, People people, Collection<Long> ids)
            throws SQLException {
        users(transaction, people, ids, List.of(), List.of(), List.of());
    }

    private static void users(
            CompanyTransaction transaction,
            People people,
            Collection<Long> ids,
            Collection<String> externalIds,
            Collection<String> emails,
            Collection<Long> managers)
            throws SQLException {
        transaction
                .query(
                        USERS,
                        LoadPeople::person,
                        ids.toArray(Long[]::new),
                        externalIds.toArray(String[]::new),
                        transaction.company(),
                        emails.toArray(String[]::new),
                        transaction.company(),
                        managers.toArray(Long[]::new),
                        transaction.company(),
                        transaction.company(),
                        transaction.company(),
                        transaction.company())
                .forEach(people::add);
    }

    private static List<Long> userIds(List<LedgerEntry> ledger) {
        return ledger.stream().map(LedgerEntry::userId).filter(Objects::nonNull).toList();
    }

    /** A GUID that somebody typed into Learn Amp may be in capitals. */
    private static List<String> externalIds(Collection<UUID> objects) {
        return objects.stream()
                .map(UUID::toString)
                .flatMap(text -> Stream.of(text, text.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static Person person(ResultSet row) throws SQLException {
        Map<UserField, String> fields = new EnumMap<>(UserField.class);
        for (UserField field : UserField.all()) {
            @Nullable String value = row.getString(field.column());
            if (value != null) {
                fields.put(field, value);
            }
        }
        return Person.stored(
                row.getLong("id"),
                row.getLong("change_counter"),
                fields,
                Json.texts(row.getString("custom_fields")),
                row.getObject("object_id", UUID.class));
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getObject("object_id", UUID.class),
                new Version(row.getLong("epoch"), row.getLong("counter")),
                LedgerEntry.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("user_id", Long.class),
                reading(row),
                Json.texts(row.getString("written")),
                row.getTimestamp("observed_at").toInstant(),
                row.getString("claimed_email"),
                row.getLong("seen_revision"));
    }

    private static ManagerReading reading(ResultSet row) throws SQLException {
        return switch (row.getString("manager_reading")) {
            case "is" ->
                    new ManagerReading.Is(
                            new EntraObjectId(row.getObject("manager_object_id", UUID.class)));
            case "none" -> new ManagerReading.None();
            default -> new ManagerReading.NotRead();
        };
    }
}
