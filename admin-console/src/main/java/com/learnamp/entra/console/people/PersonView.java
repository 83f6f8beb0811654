package com.learnamp.entra.console.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
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
     * @param origin entra, set_back, undone, not_followed, own
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

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<Map.Entry<String, String>> FIELDS =
            List.of(
                    Map.entry("first_name", "givenName"),
                    Map.entry("last_name", "surname"),
                    Map.entry("email", "userPrincipalName"),
                    Map.entry("job_title", "jobTitle"),
                    Map.entry("department", "department"),
                    Map.entry("primary_team_id", "department"),
                    Map.entry("location", "officeLocation"),
                    Map.entry("language", "preferredLanguage"),
                    Map.entry("manager_id", "manager"),
                    Map.entry("hire_date", "employeeHireDate"));

    private static final String ONE =
            """
            SELECT u.id, u.first_name, u.last_name, u.job_title, u.department, u.time_zone, u.hire_date, u.role,
                   u.status, u.status_at, u.integration_external_id, u.avatar_hash, u.manager_id,
                   t.name AS team, m.first_name || ' ' || m.last_name AS manager,
                   l.state AS scope, l.observed_at, i.state AS invitation, coalesce(l.written, '{}') AS written,
                   (SELECT jsonb_object_agg(n.field, n.kept) FROM provisioning.undone n WHERE n.user_id = u.id) AS undone,
                   to_jsonb(u) AS stored,
            """
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
        JsonNode stored = json(row.text("stored"));
        JsonNode written = json(row.text("written"));
        boolean followed = !row.text("status").equals("deactivated");
        JsonNode undone = json(Objects.requireNonNullElse(row.maybeText("undone"), "{}"));
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, String> field : FIELDS) {
            String column = field.getKey();
            @Nullable String value = text(stored, column);
            fields.add(
                    new Field(
                            column,
                            field.getValue(),
                            shown(column, value, row, times),
                            column.equals("manager_id") ? row.maybeNumber("manager_id") : null,
                            undone.has(apiName(column))
                                    ? "undone"
                                    : origin(value, text(written, column), followed)));
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

    /** What the column {@code job_title} is to programs: {@code jobTitle}. */
    private static String apiName(String column) {
        return Pattern.compile("_(.)")
                .matcher(column.replace("_id", ""))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static String origin(
            @Nullable String stored, @Nullable String written, boolean followed) {
        if (written == null) {
            return "own";
        }
        if (written.equals(stored)) {
            return "entra";
        }
        return followed ? "set_back" : "not_followed";
    }

    private static @Nullable String text(JsonNode node, String column) {
        @Nullable JsonNode value = node.get(column);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store gives JSON", e);
        }
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "PersonView[" + id + "]";
    }
}
