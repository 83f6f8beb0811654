package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CustomFieldMapping.Type;
import com.learnamp.entra.customfields.FieldText;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What programs write of the company's own fields, which are found by their names. */
final class CustomFieldsOfCompany {

    private static final String ALL =
            """
            SELECT f.id, f.name, f.type, f.required, string_agg(o.option, E'\\n' ORDER BY o.place) AS options
            FROM learnamp.custom_fields f
            LEFT JOIN LATERAL unnest(f.options) WITH ORDINALITY AS o(option, place) ON true
            GROUP BY f.id ORDER BY f.id
            """;

    /**
     * @param options of a choice
     */
    private record Field(long id, String name, Type type, boolean required, List<String> options) {

        boolean isNamed(String other) {
            return name.strip().equalsIgnoreCase(other.strip());
        }

        Optional<String> option(String text) {
            return type == Type.CHOICE
                    ? options.stream().filter(text::equalsIgnoreCase).findFirst()
                    : Optional.of(text);
        }
    }

    private CustomFieldsOfCompany() {}

    /**
     * @param given by the names of the fields; an empty one clears its field
     * @throws InvalidParameters naming the first that can't be taken
     */
    static void set(StoreTransaction transaction, ChangedUser person, Map<String, String> given)
            throws SQLException {
        if (given.isEmpty()) {
            return;
        }
        List<Field> fields = transaction.query(ALL, CustomFieldsOfCompany::field);
        for (Map.Entry<String, String> one : given.entrySet()) {
            Field field =
                    fields.stream()
                            .filter(known -> known.isNamed(one.getKey()))
                            .findFirst()
                            .orElseThrow(() -> refused("names an unknown custom field"));
            set(person, field, one.getValue());
        }
    }

    private static void set(ChangedUser person, Field field, String text) {
        switch (FieldText.of(field.type(), text)) {
            case FieldText.Blank blank -> {
                if (field.required() && person.customFields().get(field.id()) != null) {
                    throw refused(field.name() + " can't be cleared");
                }
                person.customFields().set(field.id(), field.name(), null);
            }
            case FieldText.Unfit(String reason) -> throw refused(field.name() + ": " + reason);
            case FieldText.Fitting(String fitting) ->
                    person.customFields()
                            .set(
                                    field.id(),
                                    field.name(),
                                    field.option(fitting).orElseThrow(() -> noOption(field)));
        }
    }

    private static InvalidParameters noOption(Field field) {
        return refused(field.name() + " must be one of " + String.join(", ", field.options()));
    }

    private static InvalidParameters refused(String why) {
        return new InvalidParameters(Map.of(Bodies.CUSTOM_FIELDS, List.of(why)));
    }

    private static Field field(StoredRow row) throws SQLException {
        String options = row.maybeText("options");
        return new Field(
                row.number("id"),
                row.text("name"),
                Type.valueOf(row.text("type").toUpperCase(Locale.ROOT)),
                row.truth("required"),
                options == null ? List.of() : List.of(options.split("\n")));
    }
}
