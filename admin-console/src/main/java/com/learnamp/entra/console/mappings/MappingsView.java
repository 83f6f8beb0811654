package com.learnamp.entra.console.mappings;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.mappings.CheckedMapping.Draft;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.CustomFieldMapping.Source;
import com.learnamp.entra.customfields.MappableAttributes;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page of mappings shows.
 *
 * @param fields the custom fields that the company has in Learn Amp
 * @param draft what stands in the form
 * @param problems of what was entered, by what was entered
 * @param trial null unless one is looked at
 */
record MappingsView(
        List<MappingsAnswer.One> mappings,
        List<CustomField> fields,
        Draft draft,
        Map<String, List<String>> problems,
        @Nullable TrialAnswer trial,
        boolean saved) {

    /** What is mapped for everybody: Entra's name, and Learn Amp's. */
    record Standard(String entra, String learnAmp) {}

    private static final List<Standard> STANDARD =
            List.of(
                    new Standard("givenName", "First name"),
                    new Standard("surname", "Last name"),
                    new Standard("userPrincipalName", "Email"),
                    new Standard("jobTitle", "Job title"),
                    new Standard("department", "Department, primary team"),
                    new Standard("officeLocation", "Location"),
                    new Standard("preferredLanguage", "Language"),
                    new Standard("manager", "Override manager"),
                    new Standard("employeeHireDate", "Hire date"),
                    new Standard("photo", "Avatar"));

    static MappingsView of(StoreTransaction transaction, String field, boolean saved)
            throws SQLException {
        List<CustomFieldMapping> stored = stored(transaction);
        Draft draft =
                stored.stream()
                        .filter(mapping -> mapping.field().equals(field))
                        .findFirst()
                        .map(MappingsView::draft)
                        .orElseGet(() -> new Draft(field, null, null, null));
        return view(transaction, stored, draft, Map.of(), null, saved);
    }

    static MappingsView of(
            StoreTransaction transaction, Draft draft, Map<String, List<String>> problems)
            throws SQLException {
        return view(transaction, stored(transaction), draft, problems, null, false);
    }

    static MappingsView of(StoreTransaction transaction, Trial trial) throws SQLException {
        return view(
                transaction,
                stored(transaction),
                draft(trial.mapping()),
                Map.of(),
                TrialAnswer.of(trial),
                false);
    }

    private static MappingsView view(
            StoreTransaction transaction,
            List<CustomFieldMapping> stored,
            Draft draft,
            Map<String, List<String>> problems,
            @Nullable TrialAnswer trial,
            boolean saved)
            throws SQLException {
        return new MappingsView(
                stored.stream().map(MappingsAnswer.One::of).toList(),
                CustomField.all(transaction),
                draft,
                problems,
                trial,
                saved);
    }

    private static List<CustomFieldMapping> stored(StoreTransaction transaction)
            throws SQLException {
        return IntegrationRows.read(transaction).customFields();
    }

    private static Draft draft(CustomFieldMapping mapping) {
        return new Draft(
                mapping.field(),
                mapping.source() instanceof Source.Attribute source ? source.attribute() : null,
                mapping.source() instanceof Source.Expression source ? source.expression() : null,
                StoredWords.of(mapping.rule()));
    }

    public List<Standard> standard() {
        return STANDARD;
    }

    public List<String> attributes() {
        return MappableAttributes.all();
    }

    public boolean waiting() {
        return trial != null && trial.state().equals("waiting");
    }

    /** Which rule is chosen; always, if none is. */
    public boolean hasRule(String rule) {
        String chosen = Optional.ofNullable(draft.rule()).orElse("always");
        return chosen.equals(rule);
    }

    /** Null where nothing is wrong with it. */
    public @Nullable String problem(String of) {
        @Nullable List<String> found = problems.get(of);
        return found == null ? null : String.join(" ", found);
    }
}
