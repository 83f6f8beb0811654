package com.learnamp.entra.console.mappings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.CustomFieldMapping.Type;
import com.learnamp.entra.contracts.CustomFieldValue;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.customfields.MapCustomFields;
import com.learnamp.entra.customfields.MappableAttributes;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Trials of the transaction's company, each with what the mapping makes of its people. */
final class Trials {

    private static final String FIND =
            """
            SELECT t.trial_id, t.mapping, t.requested_at, s.sample_id, s.failure, s.people
            FROM provisioning.mapping_trials t LEFT JOIN directory.samples s ON s.sample_id = t.trial_id
            WHERE t.trial_id = ?
            """;

    private static final String BEFORE =
            """
            SELECT u.integration_external_id AS object_id, u.custom_fields ->> f.id::text AS value
            FROM learnamp.custom_fields f JOIN learnamp.users u ON u.integration_external_id = ANY (?)
            WHERE f.name = ? AND u.custom_fields ->> f.id::text IS NOT NULL
            """;

    private static final TypeReference<List<Sampled>> SAMPLE = new TypeReference<>() {};

    private Trials() {}

    /** Somebody as graph-fetcher read him. */
    private record Sampled(EntraObjectId id, EntraUser attributes) {}

    static Optional<Trial> find(StoreTransaction transaction, UUID id) throws SQLException {
        Optional<Trial> trial = transaction.first(FIND, Trials::unanswered, id);
        if (trial.isEmpty()) {
            return trial;
        }
        CustomFieldMapping mapping = trial.get().mapping();
        Optional<Trial.Answer> read =
                transaction
                        .first(FIND, row -> answer(transaction, row, mapping), id)
                        .flatMap(answer -> answer);
        return Optional.of(new Trial(id, mapping, trial.get().requestedAt(), read));
    }

    static String json(CustomFieldMapping mapping) {
        try {
            return MessageCodec.mapper().writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every mapping can be written", e);
        }
    }

    private static Trial unanswered(StoredRow row) throws SQLException {
        return new Trial(
                row.uuid("trial_id"),
                mapping(row.text("mapping")),
                row.instant("requested_at"),
                Optional.empty());
    }

    private static Optional<Trial.Answer> answer(
            StoreTransaction transaction, StoredRow row, CustomFieldMapping mapping)
            throws SQLException {
        if (row.maybeUuid("sample_id") == null) {
            return Optional.empty();
        }
        List<Sampled> people = people(row.text("people"));
        Map<String, String> before = before(transaction, mapping, people);
        List<CustomField> fields = CustomField.all(transaction);
        return Optional.of(
                new Trial.Answer(
                        row.maybeText("failure"),
                        people.stream()
                                .map(person ->
                                        outcome(
                                                person,
                                                mapping,
                                                fields,
                                                before.get(person.id().toString())))
                                .toList()));
    }

    private static Trial.Outcome outcome(
            Sampled person,
            CustomFieldMapping mapping,
            List<CustomField> fields,
            @Nullable String before) {
        Map<String, String> all = MappableAttributes.of(person.attributes());
        Map<String, String> mapped = new HashMap<>(all);
        mapped.keySet().retainAll(mapping.source().attributes());
        CustomFieldValue value = MapCustomFields.of(all, mapping);
        Optional<String> problem =
                Optional.ofNullable(value.problem())
                        .or(() -> problem(mapping, fields, value.value()));
        return new Trial.Outcome(
                person.id(),
                person.attributes().displayName(),
                mapped,
                before,
                problem.isPresent() ? null : value.value(),
                problem.orElse(null));
    }

    /** What only Learn Amp knows: the options of a choice. */
    private static Optional<String> problem(
            CustomFieldMapping mapping, List<CustomField> fields, @Nullable String value) {
        if (mapping.type() != Type.CHOICE || value == null) {
            return Optional.empty();
        }
        return CustomField.named(mapping.field(), fields)
                .filter(field -> field.options().stream().noneMatch(value::equalsIgnoreCase))
                .map(field ->
                        "\""
                                + value
                                + "\" is none of its options: "
                                + String.join(", ", field.options())
                                + ".");
    }

    private static Map<String, String> before(
            StoreTransaction transaction, CustomFieldMapping mapping, List<Sampled> people)
            throws SQLException {
        Map<String, String> before = new HashMap<>();
        transaction
                .query(
                        BEFORE,
                        row -> Map.entry(row.text("object_id"), row.text("value")),
                        people.stream()
                                .map(person -> person.id().toString())
                                .toArray(String[]::new),
                        mapping.field())
                .forEach(entry -> before.put(entry.getKey(), entry.getValue()));
        return before;
    }

    private static CustomFieldMapping mapping(String json) {
        try {
            return MessageCodec.mapper().readValue(json, CustomFieldMapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column that this service wrote can be read", e);
        }
    }

    private static List<Sampled> people(String json) {
        try {
            return MessageCodec.mapper().readValue(json, SAMPLE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("graph-fetcher writes what contracts say", e);
        }
    }
}
