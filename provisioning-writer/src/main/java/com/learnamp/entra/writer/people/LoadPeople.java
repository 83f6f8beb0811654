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

/** Reads people and what the ledger has of them, each in one statement however many they are. */
public final class LoadPeople {

    private static final String LEDGER_COLUMNS =
            """
            SELECT l.object_id, l.epoch, l.counter, l.state, l.user_id, l.manager_reading, l.manager_object_id,
                   l.written, l.observed_at, l.claimed_email
            FROM provisioning.ledger l
            """;

    /** These objects and whoever the ledger has as their managers. */
    private static final String LEDGER =
            LEDGER_COLUMNS
                    + """
                    WHERE l.company_id = ?
                      AND (l.object_id = ANY (?)
                           OR l.object_id IN (SELECT m.manager_object_id FROM provisioning.ledger m
                                              WHERE m.company_id = ? AND m.object_id = ANY (?)
                                                AND m.manager_object_id IS NOT NULL))
                    """;

    /**
     * Those who name one of these objects as manager, and those whom one of these users manages.
     */
    private static final String LEDGER_OF_REPORTS =
            LEDGER_COLUMNS
                    + """
                    WHERE l.company_id = ?
                      AND (l.manager_object_id = ANY (?) AND l.state = 'in_scope'
                           OR l.user_id IN (SELECT u.id FROM learnamp.users u
                                            WHERE u.company_id = ? AND u.manager_id = ANY (?)))
                    """;

    /**
     * Always with the Owners: they get the reports of whoever leaves, and one of them must stay.
     */
    private static final String USERS =
            """
            SELECT u.id, u.change_counter, u.email, u.first_name, u.last_name, u.job_title, u.time_zone, u.language,
                   u.role, u.integration_external_id, u.hire_date, u.location, u.department, u.manager_id,
                   u.primary_team_id, u.status, u.status_before_deactivation,
                   (SELECT string_agg(s.team_id::text, ',' ORDER BY s.team_id) FROM learnamp.secondary_team_users s
                    WHERE s.company_id = u.company_id AND s.user_id = u.id) AS secondary_teams,
                   l.object_id
            FROM learnamp.users u
            LEFT JOIN provisioning.ledger l ON l.company_id = u.company_id AND l.user_id = u.id
            WHERE u.company_id = ?
              AND (u.id = ANY (?) OR u.integration_external_id = ANY (?) OR u.email = ANY (?)
                   OR u.manager_id = ANY (?) OR u.role = 'owner')
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
        UUID[] ids = objects.toArray(UUID[]::new);
        List<LedgerEntry> ledger =
                transaction.query(
                        LEDGER,
                        LoadPeople::entry,
                        transaction.company(),
                        ids,
                        transaction.company(),
                        ids);
        ledger.forEach(people::add);
        users(transaction, people, userIds(ledger), externalIds(objects), emails, List.of());
    }

    /** Those whose manager link follows from what happens to these. */
    public static void reports(
            CompanyTransaction transaction,
            People people,
            Collection<UUID> returning,
            Collection<Long> leaving)
            throws SQLException {
        List<LedgerEntry> ledger =
                transaction.query(
                        LEDGER_OF_REPORTS,
                        LoadPeople::entry,
                        transaction.company(),
                        returning.toArray(UUID[]::new),
                        transaction.company(),
                        leaving.toArray(Long[]::new));
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
                        transaction.company(),
                        ids.toArray(Long[]::new),
                        externalIds.toArray(String[]::new),
                        emails.toArray(String[]::new),
                        managers.toArray(Long[]::new))
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
                row.getString("claimed_email"));
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
