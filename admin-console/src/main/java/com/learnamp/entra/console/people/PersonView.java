package com.learnamp.entra.console.people;

import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, whole.
 *
 * @param photo names the picture; null without one
 * @param scope what Entra was found to say last: in_scope, out_of_scope, rejected; empty where only
 *     Learn Amp has the person
 * @param readAt when that was
 * @param invitation where an invitation stands; empty without one
 */
record PersonView(
        long id,
        String name,
        String firstName,
        String initials,
        int colour,
        @Nullable String photo,
        @Nullable String jobTitle,
        @Nullable String department,
        String timeZone,
        String role,
        String status,
        Times.Moment statusSince,
        boolean invitable,
        String invitation,
        @Nullable String objectId,
        String scope,
        Times.@Nullable Moment readAt,
        List<Field> fields) {

    /**
     * One field.
     *
     * @param attribute in Entra
     * @param link to a person; null for others
     * @param origin entra, set_back, kept, undone, not_followed, own
     */
    record Field(
            String column,
            String attribute,
            @Nullable String value,
            @Nullable Long link,
            String origin) {

        @Override
        public String toString() {
            return "Field[" + column + "]";
        }
    }

    private static final Map<String, String> ATTRIBUTES =
            Map.of(
                    "first_name", "givenName",
                    "last_name", "surname",
                    "email", "userPrincipalName",
                    "job_title", "jobTitle",
                    "department", "department",
                    "primary_team_id", "department",
                    "location", "officeLocation",
                    "language", "preferredLanguage",
                    "manager_id", "manager",
                    "hire_date", "employeeHireDate");

    private static final String ONE =
            """
            SELECT u.id, u.first_name, u.last_name, u.job_title, u.department, u.time_zone, u.hire_date, u.role,
                   u.status_at, u.integration_external_id, u.avatar_hash, u.manager_id,
                   t.name AS team, m.first_name || ' ' || m.last_name AS manager,
                   l.state AS scope, l.observed_at, i.state AS invitation,
            """
                    + FieldOrigins.COLUMNS
                    + ", "
                    + PersonRow.INVITABLE
                    + """
                     AS invitable
                    FROM learnamp.users u
                    LEFT JOIN learnamp.teams t ON t.company_id = u.company_id AND t.id = u.primary_team_id
                    LEFT JOIN learnamp.users m ON m.company_id = u.company_id AND m.id = u.manager_id
                    LEFT JOIN provisioning.ledger l ON l.company_id = u.company_id AND l.user_id = u.id
                    LEFT JOIN provisioning.invitations i ON i.company_id = u.company_id AND i.user_id = u.id
                    WHERE u.id = ?
                    """;

    static Optional<PersonView> find(StoreTransaction transaction, long id, Times times)
            throws SQLException {
        return transaction.first(ONE, row -> of(row, times), id);
    }

    private static PersonView of(StoredRow row, Times times) throws SQLException {
        String name = row.text("first_name") + " " + row.text("last_name");
        return new PersonView(
                row.number("id"),
                name,
                row.text("first_name"),
                Faces.initials(name),
                Faces.colour(row.number("id")),
                row.maybeText("avatar_hash"),
                row.maybeText("job_title"),
                row.maybeText("department"),
                row.text("time_zone"),
                row.text("role").replace('_', ' '),
                row.text("status"),
                times.at(row.instant("status_at")),
                row.truth("invitable"),
                Objects.requireNonNullElse(row.maybeText("invitation"), ""),
                row.maybeText("integration_external_id"),
                Objects.requireNonNullElse(row.maybeText("scope"), ""),
                Optional.ofNullable(row.maybeInstant("observed_at")).map(times::at).orElse(null),
                fields(row, times));
    }

    private static List<Field> fields(StoredRow row, Times times) throws SQLException {
        FieldOrigins origins = FieldOrigins.in(row);
        List<Field> fields = new ArrayList<>();
        for (String column : FieldOrigins.FIELDS) {
            fields.add(
                    new Field(
                            column,
                            Objects.requireNonNull(ATTRIBUTES.get(column), column),
                            shown(column, origins.value(column), row, times),
                            column.equals("manager_id") ? row.maybeNumber("manager_id") : null,
                            origins.of(column)));
        }
        return fields;
    }

    private static @Nullable String shown(
            String column, @Nullable String value, StoredRow row, Times times) throws SQLException {
        return switch (column) {
            case "primary_team_id" -> row.maybeText("team");
            case "manager_id" -> row.maybeText("manager");
            case "hire_date" ->
                    Optional.ofNullable(row.maybeDate("hire_date")).map(times::date).orElse(null);
            default -> value;
        };
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "PersonView[" + id + "]";
    }
}
