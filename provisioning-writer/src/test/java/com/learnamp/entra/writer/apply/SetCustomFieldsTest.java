package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.CustomFieldMapping.Rule;
import com.learnamp.entra.contracts.CustomFieldValue;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.writer.people.Cause;
import com.learnamp.entra.writer.people.CustomField;
import com.learnamp.entra.writer.people.CustomField.Type;
import com.learnamp.entra.writer.people.LedgerEntry;
import com.learnamp.entra.writer.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of a mapping, what Learn Amp has, what this integration wrote, what Entra says. */
class SetCustomFieldsTest {

    private static final Cause CAUSE =
            new Cause("notification", null, null, null, Instant.EPOCH, Instant.EPOCH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // rule            | required | stored | ours | Entra | then | ours then
                "ALWAYS          | false | -    | -   | new | new  | new",
                "ALWAYS          | false | hand | -   | new | new  | new",
                "ALWAYS          | false | hand | old | new | new  | new",
                "ALWAYS          | false | old  | old | new | new  | new",
                "ALWAYS          | false | old  | old | -   | -    | -",
                "ALWAYS          | false | hand | old | -   | hand | -",
                "ALWAYS          | false | hand | -   | -   | hand | -",
                "ALWAYS          | true  | old  | old | -   | old  | old",
                "ALWAYS          | true  | hand | old | -   | hand | -",
                "ALWAYS          | true  | -    | -   | -   | -    | -",
                "ONLY_WHEN_EMPTY | false | -    | -   | new | new  | new",
                "ONLY_WHEN_EMPTY | false | hand | -   | new | hand | -",
                "ONLY_WHEN_EMPTY | false | hand | old | new | hand | old",
                "ONLY_WHEN_EMPTY | false | old  | old | new | new  | new",
                "ONLY_WHEN_EMPTY | false | old  | old | -   | -    | -",
                "NEVER_CLEAR     | false | old  | old | new | new  | new",
                "NEVER_CLEAR     | false | old  | old | -   | old  | old",
                "NEVER_CLEAR     | false | hand | -   | new | new  | new",
            })
    void theRuleDecides(
            Rule rule,
            boolean required,
            @Nullable String stored,
            @Nullable String ours,
            @Nullable String inEntra,
            @Nullable String then,
            @Nullable String oursThen) {
        CustomField field = new CustomField(7, "Cost centre", Type.TEXT, required, List.of());
        Person person =
                Person.stored(
                        1, 1, Map.of(), stored == null ? Map.of() : Map.of("7", stored), null);
        SetCustomFields set =
                new SetCustomFields(
                        new CustomFields(Map.of("cost centre", field)),
                        new Undone(),
                        person,
                        entry(ours == null ? Map.of() : Map.of("custom_fields.7", ours)),
                        CAUSE);

        set.set(List.of(new CustomFieldValue("Cost centre", rule, inEntra, null)));

        assertThat(person.get(field)).isEqualTo(then);
        assertThat(set.entry().written("custom_fields.7")).isEqualTo(oursThen);
        assertThat(set.problem().isPresent())
                .isEqualTo(required && inEntra == null && ours != null && ours.equals(stored));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "TEXT    | anything   | anything",
                "NUMBER  | -12.5      | -12.5",
                "NUMBER  | 1e9        | -",
                "DATE    | 2026-03-31 | 2026-03-31",
                "DATE    | 2026-02-30 | -",
                "BOOLEAN | true       | true",
                "BOOLEAN | yes        | -",
                "CHOICE  | NIGHT      | Night",
                "CHOICE  | Evening    | -",
            })
    void aFieldTakesWhatItsTypeAllows(Type type, String value, @Nullable String accepted) {
        List<String> options = type == Type.CHOICE ? List.of("Day", "Night") : List.of();
        CustomField field = new CustomField(7, "Shift", type, false, options);

        assertThat(field.accepted(value).orElse(null)).isEqualTo(accepted);
    }

    private static LedgerEntry entry(Map<String, String> written) {
        return new LedgerEntry(
                new UUID(1, 1),
                new Version(1, 1),
                LedgerEntry.State.IN_SCOPE,
                1L,
                new ManagerReading.NotRead(),
                written,
                Instant.EPOCH,
                null,
                1);
    }
}
