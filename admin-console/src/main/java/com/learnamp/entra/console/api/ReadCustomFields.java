package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.Individual;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Custom fields of a page of people, as pairs of name and value: in one statement. */
@ApplicationScoped
class ReadCustomFields {

    private static final String VALUES =
            """
            SELECT u.id, f.name, v.value
            FROM unnest(?) AS asked(id)
            JOIN learnamp.users u ON u.id = asked.id AND u.custom_fields <> '{}'
            CROSS JOIN LATERAL jsonb_each_text(u.custom_fields) AS v(field, value)
            JOIN learnamp.custom_fields f ON f.id = v.field::bigint
            ORDER BY u.id, lower(f.name)
            """;

    private final CompanyScope scope;

    ReadCustomFields(CompanyScope scope) {
        this.scope = scope;
    }

    private record Value(long user, String name, String value) {}

    /** By person; those without any are absent. */
    Map<Long, List<Map<String, String>>> of(CompanyId company, List<Individual> people) {
        Long[] ids = people.stream().map(Individual::id).toArray(Long[]::new);
        List<Value> values =
                scope.of(
                        company,
                        transaction ->
                                transaction.query(
                                        VALUES,
                                        row ->
                                                new Value(
                                                        row.number("id"),
                                                        row.text("name"),
                                                        row.text("value")),
                                        (Object) ids));
        Map<Long, List<Map<String, String>>> byPerson = new HashMap<>();
        for (Value value : values) {
            byPerson.computeIfAbsent(value.user(), _ -> new ArrayList<>())
                    .add(Map.of("name", value.name(), "value", value.value()));
        }
        return byPerson;
    }
}
