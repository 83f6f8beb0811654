package com.learnamp.entra.writer.apply;

import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.Json;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.people.UserField;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an admin has undone, by person and field: it is not done again until somebody says so, or
 * Entra says something else.
 */
final class Undone {

    private static final String READ =
            """
            SELECT user_id, field, value FROM provisioning.undone WHERE company_id = ? AND user_id = ANY (?)
            """;

    private static final String FORGET =
            """
            DELETE FROM provisioning.undone u
            USING jsonb_to_recordset(?::jsonb) AS r(user_id bigint, field text)
            WHERE u.company_id = ? AND u.user_id = r.user_id AND u.field = r.field
            """;

    private final Map<Long, Map<UserField, Optional<String>>> marks = new HashMap<>();
    private final List<Map<String, Object>> outlived = new ArrayList<>();
    private final Set<Long> asks = new HashSet<>();

    static Undone of(CompanyTransaction transaction, Collection<Long> users) throws SQLException {
        Undone undone = new Undone();
        if (!users.isEmpty()) {
            transaction.query(
                    READ,
                    row ->
                            undone.mark(
                                    row.getLong("user_id"),
                                    row.getString("field"),
                                    Optional.ofNullable(row.getString("value"))),
                    transaction.company(),
                    users.toArray(Long[]::new));
        }
        return undone;
    }

    private boolean mark(long user, String field, Optional<String> value) {
        return UserField.ofApiName(field)
                .map(known ->
                        marks.computeIfAbsent(user, unseen -> new HashMap<>()).put(known, value))
                .isPresent();
    }

    /** Whether the value must not be given to the person, since that was undone. */
    boolean forbids(Person person, UserField field, @Nullable String value) {
        @Nullable Optional<String> mark = marks.getOrDefault(person.id(), Map.of()).get(field);
        if (mark == null || Objects.equals(person.get(field), value)) {
            return false;
        }
        if (mark.equals(Optional.ofNullable(value))) {
            asks.add(person.id());
            return true;
        }
        outlived.add(Map.of("user_id", person.id(), "field", field.apiName().orElseThrow()));
        return false;
    }

    boolean asks(Person person) {
        return asks.contains(person.id());
    }

    /** What Entra does not say any more. */
    void forget(CompanyTransaction transaction) throws SQLException {
        if (!outlived.isEmpty()) {
            transaction.update(FORGET, Json.of(outlived), transaction.company());
        }
    }
}
