package com.learnamp.entra.console.mappings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.CustomFieldMapping.Type;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A field that a company has in Learn Amp beside those that everybody has.
 *
 * @param required a value can be exchanged, but not cleared
 * @param options of a choice
 */
record CustomField(String name, Type type, boolean required, List<String> options) {

    private static final String ALL =
            """
            SELECT name, type, required, array_to_json(options) AS options FROM learnamp.custom_fields
            ORDER BY lower(name)
            """;

    private static final String ADD =
            """
            INSERT INTO learnamp.custom_fields (company_id, name, type, required, options) VALUES (?, ?, ?, ?, ?)
            """;

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    CustomField {
        options = List.copyOf(options);
    }

    /** Of the transaction's company. */
    static List<CustomField> all(StoreTransaction transaction) throws SQLException {
        return transaction.query(ALL, CustomField::of);
    }

    /** Whatever the case of its name. */
    static Optional<CustomField> named(String name, List<CustomField> fields) {
        return fields.stream().filter(field -> field.isNamed(name)).findFirst();
    }

    public boolean isNamed(String other) {
        return name.strip().equalsIgnoreCase(other.strip());
    }

    void add(StoreTransaction transaction, CompanyId company) throws SQLException {
        transaction.update(
                ADD,
                company.value(),
                name,
                StoredWords.of(type),
                required,
                options.toArray(String[]::new));
    }

    private static CustomField of(StoredRow row) throws SQLException {
        return new CustomField(
                row.text("name"),
                Type.valueOf(row.text("type").toUpperCase(Locale.ROOT)),
                row.truth("required"),
                texts(row.text("options")));
    }

    private static List<String> texts(String json) {
        try {
            return MessageCodec.mapper().readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }
}
