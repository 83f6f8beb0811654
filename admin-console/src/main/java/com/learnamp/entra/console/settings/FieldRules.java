package com.learnamp.entra.console.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How each mapped field is written. A change is a save like any other: a revision, and a run. */
@ApplicationScoped
class FieldRules {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> WORDS = new TypeReference<>() {};

    private static final String READ = "SELECT field_rules FROM provisioning.integrations";

    private static final String SAVE =
            """
            UPDATE provisioning.integrations SET field_rules = ?::jsonb
            WHERE company_id = ? AND field_rules <> ?::jsonb
            """;

    private final CompanyScope scope;
    private final SaveSettings settings;

    FieldRules(CompanyScope scope, SaveSettings settings) {
        this.scope = scope;
        this.settings = settings;
    }

    /** Of every field, by its name. */
    Map<String, String> read(CompanyId company) {
        Map<String, String> stored = scope.of(company, FieldRules::stored);
        Map<String, String> rules = new LinkedHashMap<>();
        FieldRule.FIELDS.forEach(field ->
                rules.put(field, stored.getOrDefault(field, StoredWords.of(FieldRule.ALWAYS))));
        return rules;
    }

    /**
     * @param changes by field; what is not among them stays
     */
    void change(CompanyId company, Map<String, FieldRule> changes, Author author) {
        settings.changeBesides(
                company,
                author,
                transaction -> {
                    Map<String, String> rules = stored(transaction);
                    changes.forEach((field, rule) -> rules.put(field, StoredWords.of(rule)));
                    rules.values().removeIf(StoredWords.of(FieldRule.ALWAYS)::equals);
                    String json = json(rules);
                    return transaction.update(SAVE, json, company.value(), json) > 0;
                });
    }

    private static Map<String, String> stored(StoreTransaction transaction) throws SQLException {
        return transaction
                .first(READ, row -> words(row.text("field_rules")))
                .orElseGet(TreeMap::new);
    }

    private static TreeMap<String, String> words(String json) {
        try {
            return JSON.readValue(json, WORDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column that this service wrote can be read", e);
        }
    }

    private static String json(Map<String, String> rules) {
        try {
            return JSON.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }
}
