package com.learnamp.entra.writer.apply;

import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.CustomField;
import com.learnamp.entra.writer.people.Json;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.people.UserField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an admin has undone, by person and field: it is not done again until somebody says so, or
 * Entra says something else. He is asked once more, unless he has answered that it stays.
 */
final class Undone {

    private static final String READ =
            """
            SELECT user_id, field, value, kept FROM provisioning.undone WHERE company_id = ? AND user_id = ANY (?)
            """;

    private static final String FORGET =
            """
            DELETE FROM provisioning.undone u
            USING jsonb_to_recordset(?::jsonb) AS r(user_id bigint, field text)
            WHERE u.company_id = ? AND u.user_id = r.user_id AND u.field = r.field
            """;

    /**
     * @param value what was undone; empty: that the field was cleared
     * @param kept whether an admin has said that it stays undone
     */
    private record Mark(Optional<String> value, boolean kept) {}

    private final Set<Long> read = new HashSet<>();

    /** Of each person, by the API's names of the fields. */
    private final Map<Long, Map<String, Mark>> marks = new HashMap<>();

    private final List<Map<String, Object>> outlived = new ArrayList<>();
    private final Map<Long, Set<String>> asked = new HashMap<>();

    /** Of everybody whom the batch concerns, and of whom it has not been read yet. */
    void read(CompanyTransaction transaction, People people) throws SQLException {
        Long[] users = people.all().stream().map(Person::id).filter(read::add).toArray(Long[]::new);
        if (users.length > 0) {
            transaction.query(READ, this::mark, transaction.company(), users);
        }
    }

    private Mark mark(ResultSet row) throws SQLException {
        Mark mark = new Mark(Optional.ofNullable(row.getString("value")), row.getBoolean("kept"));
        marks.computeIfAbsent(row.getLong("user_id"), unseen -> new HashMap<>())
                .put(row.getString("field"), mark);
        return mark;
    }

    /** Whether the value must not be given to the person, since that was undone. */
    boolean forbids(Person person, UserField field, @Nullable String value) {
        return field.apiName()
                .filter(name -> forbids(person, name, person.get(field), value))
                .isPresent();
    }

    boolean forbids(Person person, CustomField field, @Nullable String value) {
        return forbids(person, field.apiName(), person.get(field), value);
    }

    private boolean forbids(
            Person person, String field, @Nullable String present, @Nullable String value) {
        @Nullable Mark mark = marks.getOrDefault(person.id(), Map.of()).get(field);
        if (mark == null || Objects.equals(present, value)) {
            return false;
        }
        if (mark.value().equals(Optional.ofNullable(value))) {
            if (!mark.kept()) {
                asked.computeIfAbsent(person.id(), unseen -> new LinkedHashSet<>()).add(field);
            }
            return true;
        }
        outlived.add(Map.of("user_id", person.id(), "field", field));
        return false;
    }

    /** Whether it was undone that the field was cleared. */
    boolean keeps(Person person, UserField field) {
        return field.apiName().filter(name -> keeps(person, name)).isPresent();
    }

    boolean keeps(Person person, CustomField field) {
        return keeps(person, field.apiName());
    }

    private boolean keeps(Person person, String field) {
        @Nullable Mark mark = marks.getOrDefault(person.id(), Map.of()).get(field);
        return mark != null && mark.value().isEmpty();
    }

    /** The fields about which an admin must be asked, by the API's names; empty for none. */
    Optional<String> asks(Person person) {
        return Optional.ofNullable(asked.get(person.id())).map(fields -> String.join(", ", fields));
    }

    /** What Entra does not say any more. */
    void forget(CompanyTransaction transaction) throws SQLException {
        if (!outlived.isEmpty()) {
            transaction.update(FORGET, Json.of(outlived), transaction.company());
        }
    }
}
