package com.learnamp.entra.console.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of each synced field of somebody comes from, and so whether the next sync lets it
 * be.
 */
public final class FieldOrigins {

    /** Of somebody {@code u} with his entry {@code l} in the ledger. */
    static final String COLUMNS =
            """
             u.status, coalesce(l.written, '{}') AS written, to_jsonb(u) AS stored,
             (SELECT i.field_rules FROM provisioning.integrations i
              WHERE i.company_id = u.company_id) AS field_rules,
             (SELECT jsonb_object_agg(n.field, n.kept) FROM provisioning.undone n
              WHERE n.company_id = u.company_id AND n.user_id = u.id) AS undone
            """;

    /** In the order in which they are shown. */
    static final List<String> FIELDS =
            List.of(
                    "first_name",
                    "last_name",
                    "email",
                    "job_title",
                    "department",
                    "primary_team_id",
                    "location",
                    "language",
                    "manager_id",
                    "hire_date");

    private static final JsonMapper JSON = new JsonMapper();

    private static final String ONE =
            "SELECT"
                    + COLUMNS
                    + """
                    FROM learnamp.users u
                    LEFT JOIN provisioning.ledger l ON l.company_id = u.company_id AND l.user_id = u.id
                    WHERE u.id = ?
                    """;

    private final JsonNode stored;
    private final JsonNode written;
    private final JsonNode rules;
    private final JsonNode undone;
    private final boolean followed;

    private FieldOrigins(StoredRow row) throws SQLException {
        stored = json(row.text("stored"));
        written = json(row.text("written"));
        rules = json(Objects.requireNonNullElse(row.maybeText("field_rules"), "{}"));
        undone = json(Objects.requireNonNullElse(row.maybeText("undone"), "{}"));
        followed = !row.text("status").equals("deactivated");
    }

    static FieldOrigins in(StoredRow row) throws SQLException {
        return new FieldOrigins(row);
    }

    /**
     * The fields in which somebody is kept unequal to Entra, with what keeps each: {@code
     * set_back}, {@code kept}, {@code undone}, or {@code not_cleared}, where Entra has a blank.
     *
     * @param blank the columns of which Entra is known to have nothing
     */
    public static Map<String, String> unequal(
            StoreTransaction transaction, long user, List<String> blank) throws SQLException {
        return transaction.first(ONE, row -> in(row).unequal(blank), user).orElseGet(Map::of);
    }

    private Map<String, String> unequal(List<String> blank) {
        Map<String, String> unequal = new LinkedHashMap<>();
        for (String column : FIELDS) {
            String origin = of(column);
            if (origin.equals("set_back") || origin.equals("kept") || origin.equals("undone")) {
                unequal.put(column, origin);
            } else if (origin.equals("entra")
                    && blank.contains(column)
                    && rule(column).equals("never_clear")) {
                unequal.put(column, "not_cleared");
            }
        }
        return unequal;
    }

    /** entra, set_back, kept, undone, not_followed or own. */
    String of(String column) {
        if (undone.has(apiName(column))) {
            return "undone";
        }
        @Nullable String ours = text(written, column);
        @Nullable String value = value(column);
        if (ours == null) {
            return "own";
        }
        if (ours.equals(value)) {
            return "entra";
        }
        if (!followed) {
            return "not_followed";
        }
        return value != null && rule(column).equals("only_when_empty") ? "kept" : "set_back";
    }

    @Nullable String value(String column) {
        return text(stored, column);
    }

    private String rule(String column) {
        return Objects.requireNonNullElse(text(rules, apiName(column)), "always");
    }

    /** What the column {@code job_title} is to programs: {@code jobTitle}. */
    private static String apiName(String column) {
        return Pattern.compile("_(.)")
                .matcher(column.replace("_id", ""))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
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
        return "FieldOrigins";
    }
}
