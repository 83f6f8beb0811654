package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.CustomFieldMapping.Rule;
import com.learnamp.entra.contracts.CustomFieldValue;
import com.learnamp.entra.writer.people.Cause;
import com.learnamp.entra.writer.people.CustomField;
import com.learnamp.entra.writer.people.LedgerEntry;
import com.learnamp.entra.writer.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a person his custom fields, each by the rule of its mapping. What does not fit is told, and
 * that field stays as it is; the others are set.
 */
final class SetCustomFields {

    private final CustomFields fields;
    private final Undone undone;
    private final Person person;
    private final Cause cause;
    private final List<String> problems = new ArrayList<>();
    private LedgerEntry entry;

    SetCustomFields(
            CustomFields fields, Undone undone, Person person, LedgerEntry entry, Cause cause) {
        this.fields = fields;
        this.undone = undone;
        this.person = person;
        this.entry = entry;
        this.cause = cause;
    }

    /** Whether a value that this integration wrote would go. */
    static boolean clears(
            CustomFields fields,
            Undone undone,
            List<CustomFieldValue> values,
            Person person,
            LedgerEntry entry) {
        return values.stream()
                .filter(value -> isBlank(value) && value.rule() != Rule.NEVER_CLEAR)
                .flatMap(value -> fields.named(value.field()).stream())
                .anyMatch(field ->
                        !field.required()
                                && isOurs(field, person, entry)
                                && !undone.keeps(person, field));
    }

    static boolean isBlank(CustomFieldValue value) {
        return value.value() == null && value.problem() == null;
    }

    void set(List<CustomFieldValue> values) {
        values.forEach(this::set);
    }

    /** With what has been written. */
    LedgerEntry entry() {
        return entry;
    }

    /** What an admin has to know; empty if everything fits. */
    Optional<String> problem() {
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems));
    }

    private void set(CustomFieldValue value) {
        Optional<CustomField> field = fields.named(value.field());
        if (field.isEmpty()) {
            problems.add(value.field() + ": Learn Amp has no custom field of this name.");
        } else if (value.problem() != null) {
            problems.add(value.field() + ": " + value.problem());
        } else if (value.value() == null) {
            clear(field.get(), value.rule());
        } else {
            set(field.get(), value.rule(), value.value());
        }
    }

    private void set(CustomField field, Rule rule, String value) {
        Optional<String> accepted = field.accepted(value);
        if (accepted.isEmpty()) {
            problems.add(field.name() + ": " + unfit(field, value));
        } else if ((rule != Rule.ONLY_WHEN_EMPTY || isFree(field))
                && !undone.forbids(person, field, accepted.get())) {
            person.set(field, accepted.get(), cause);
            entry = entry.withWritten(field.ledgerColumn(), accepted.get());
        }
    }

    /** Nothing there, or nothing but what this integration wrote. */
    private boolean isFree(CustomField field) {
        return person.get(field) == null || isOurs(field);
    }

    private void clear(CustomField field, Rule rule) {
        if (rule == Rule.NEVER_CLEAR || undone.forbids(person, field, null)) {
            return;
        }
        if (field.required() && isOurs(field)) {
            problems.add(
                    field.name()
                            + ": it is blank in Entra, but Learn Amp requires a value, so the last"
                            + " one stays.");
            return;
        }
        if (isOurs(field)) {
            person.set(field, null, cause);
        }
        entry = entry.withWritten(field.ledgerColumn(), null);
    }

    private boolean isOurs(CustomField field) {
        return isOurs(field, person, entry);
    }

    private static boolean isOurs(CustomField field, Person person, LedgerEntry entry) {
        @Nullable String ours = entry.written(field.ledgerColumn());
        return ours != null && Objects.equals(ours, person.get(field));
    }

    private static String unfit(CustomField field, String value) {
        return "\""
                + value
                + "\" is "
                + switch (field.type()) {
                    case TEXT -> "no text.";
                    case NUMBER -> "no number.";
                    case DATE -> "no date.";
                    case BOOLEAN -> "neither yes nor no.";
                    case CHOICE ->
                            "none of its options: " + String.join(", ", field.options()) + ".";
                };
    }
}
