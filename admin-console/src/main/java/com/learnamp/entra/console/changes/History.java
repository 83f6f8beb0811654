package com.learnamp.entra.console.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.learnamp.entra.console.changes.Change.Difference;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The history of the transaction's company, newest first. */
public final class History {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private static final String CHANGES =
            """
            SELECT h.user_id, h.change_number, u.first_name, u.last_name, u.department, h.kind, h.cause, h.reason, h.run_id,
                   h.changes, h.noticed_at, h.observed_at, h.mapped_at, h.written_at
            FROM provisioning.history h JOIN learnamp.users u ON u.company_id = h.company_id AND u.id = h.user_id
            """;

    private static final String LATEST =
            CHANGES + "ORDER BY h.written_at DESC, h.user_id, h.change_number LIMIT ?";

    private static final String OF_RUN =
            CHANGES + "WHERE h.run_id = ? ORDER BY h.written_at DESC, h.user_id LIMIT ?";

    private static final String OF_PERSON =
            CHANGES + "WHERE h.user_id = ? ORDER BY h.change_number DESC LIMIT ?";

    private static final String FOUND =
            CHANGES
                    + """
                    WHERE (?::bigint IS NULL OR h.user_id = ?) AND (?::uuid IS NULL OR h.run_id = ?)
                      AND (?::text IS NULL OR h.cause = ?)
                      AND (?::timestamptz IS NULL OR (h.written_at, h.user_id, h.change_number) < (?, ?, ?))
                    ORDER BY h.written_at DESC, h.user_id DESC, h.change_number DESC LIMIT ?
                    """;

    private static final String PEOPLE =
            "SELECT id, first_name || ' ' || last_name AS name FROM learnamp.users WHERE id = ANY (?)";

    private static final String TEAMS = "SELECT id, name FROM learnamp.teams WHERE id = ANY (?)";

    private History() {}

    public static List<Change> latest(StoreTransaction transaction, int most) throws SQLException {
        return named(transaction, transaction.query(LATEST, History::change, most));
    }

    public static List<Change> ofRun(StoreTransaction transaction, UUID run, int most)
            throws SQLException {
        return named(transaction, transaction.query(OF_RUN, History::change, run, most));
    }

    public static List<Change> ofPerson(StoreTransaction transaction, long person, int most)
            throws SQLException {
        return named(transaction, transaction.query(OF_PERSON, History::change, person, most));
    }

    /** The latest of those that are asked for. */
    static List<Change> find(StoreTransaction transaction, HistoryFilter filter, int most)
            throws SQLException {
        HistoryFilter.@Nullable Cursor after = filter.after();
        return named(
                transaction,
                transaction.query(
                        FOUND,
                        History::change,
                        filter.person(),
                        filter.person(),
                        filter.run(),
                        filter.run(),
                        filter.cause(),
                        filter.cause(),
                        after == null ? null : after.writtenAt(),
                        after == null ? null : after.writtenAt(),
                        after == null ? null : after.person(),
                        after == null ? null : after.number(),
                        most));
    }

    /** With names in place of ids, all of them had at once. */
    private static List<Change> named(StoreTransaction transaction, List<Change> changes)
            throws SQLException {
        Map<String, String> people = names(transaction, PEOPLE, ids(changes, "manager"));
        Map<String, String> teams = names(transaction, TEAMS, ids(changes, "primaryTeam"));
        return changes.stream().map(change -> named(change, people, teams)).toList();
    }

    private static Set<Long> ids(List<Change> changes, String field) {
        Set<Long> ids = new HashSet<>();
        for (Change change : changes) {
            for (Difference difference : change.differences()) {
                if (difference.field().equals(field)) {
                    addId(ids, difference.before());
                    addId(ids, difference.after());
                }
            }
        }
        return ids;
    }

    private static void addId(Set<Long> ids, @Nullable String text) {
        if (text != null && ID.matcher(text).matches()) {
            ids.add(Long.valueOf(text));
        }
    }

    private static Map<String, String> names(
            StoreTransaction transaction, String sql, Set<Long> ids) throws SQLException {
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            transaction.query(
                    sql,
                    row -> {
                        names.put(Long.toString(row.number("id")), row.text("name"));
                        return names;
                    },
                    (Object) ids.toArray(Long[]::new));
        }
        return names;
    }

    private static Change named(
            Change change, Map<String, String> people, Map<String, String> teams) {
        return new Change(
                change.userId(),
                change.number(),
                change.name(),
                change.department(),
                change.kind(),
                change.cause(),
                change.reason(),
                change.run(),
                change.differences().stream()
                        .map(one ->
                                switch (one.field()) {
                                    case "manager" -> named(one, people);
                                    case "primaryTeam" -> named(one, teams);
                                    default -> one;
                                })
                        .toList(),
                change.noticedAt(),
                change.observedAt(),
                change.mappedAt(),
                change.writtenAt());
    }

    private static Difference named(Difference difference, Map<String, String> names) {
        return new Difference(
                difference.field(),
                name(difference.before(), names),
                name(difference.after(), names));
    }

    private static @Nullable String name(@Nullable String id, Map<String, String> names) {
        return id == null ? null : names.getOrDefault(id, id);
    }

    private static Change change(StoredRow row) throws SQLException {
        return new Change(
                row.number("user_id"),
                row.number("change_number"),
                row.text("first_name") + " " + row.text("last_name"),
                row.maybeText("department"),
                Change.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.text("cause"),
                row.maybeText("reason"),
                row.maybeUuid("run_id"),
                differences(row.text("changes")),
                row.maybeInstant("noticed_at"),
                row.maybeInstant("observed_at"),
                row.maybeInstant("mapped_at"),
                row.instant("written_at"));
    }

    private static List<Difference> differences(String json) {
        try {
            List<Difference> differences = new ArrayList<>();
            JSON.readTree(json)
                    .properties()
                    .forEach(field ->
                            differences.add(
                                    new Difference(
                                            field.getKey(),
                                            text(field.getValue().get("before")),
                                            text(field.getValue().get("after")))));
            return differences;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history's changes are JSON", e);
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }
}
