package com.learnamp.entra.console.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.console.mappings.CheckedMapping.Draft;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.CustomFieldMapping.Rule;
import com.learnamp.entra.contracts.CustomFieldMapping.Source;
import com.learnamp.entra.contracts.CustomFieldMapping.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedMappingTest {

    private static final List<CustomField> FIELDS =
            List.of(
                    new CustomField("Cost centre", Type.TEXT, false, List.of()),
                    new CustomField("Started", Type.DATE, false, List.of()));

    @Test
    void aSoundOneHasTheFieldsNameAndTypeAndSaysWhatItReads() {
        assertThat(
                        CheckedMapping.of(
                                new Draft(
                                        " cost CENTRE ",
                                        null,
                                        "extensionAttribute1 + '-' + department",
                                        "only_when_empty"),
                                FIELDS))
                .isEqualTo(
                        new CheckedMapping.Sound(
                                new CustomFieldMapping(
                                        "Cost centre",
                                        Type.TEXT,
                                        new Source.Expression(
                                                "extensionAttribute1 + '-' + department",
                                                List.of("department", "extensionAttribute1")),
                                        Rule.ONLY_WHEN_EMPTY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "Unheard of  | employeeId   | -               | -     | field      | is not a"
                        + " custom field of your Learn Amp",
                "Cost centre | employeId    | -               | -     | attribute  | is not an"
                        + " attribute that can be mapped; did you mean employeeId?",
                "Cost centre | aboutMe      | -               | -     | attribute  | is not an"
                        + " attribute that can be mapped",
                "Cost centre | -            | -               | -     | attribute  | is missing:"
                        + " give an attribute, or an expression",
                "Cost centre | \" \"        | \" \"           | -     | attribute  | is missing:"
                        + " give an attribute, or an expression",
                "Cost centre | employeeId   | department      | -     | attribute  | can't be given"
                        + " together with an expression",
                "Cost centre | -            | department +    | -     | expression | is wrong. Line"
                        + " 1, column 13: Something is missing at the end.",
                "Cost centre | -            | departmnt       | -     | expression | is wrong. Line"
                        + " 1, column 1: There is no attribute and no function departmnt; did you mean"
                        + " department?",
                "Started     | -            | 1 + 1           | -     | expression | gives int, but"
                        + " Started takes a date",
                "Cost centre | employeeId   | -               | often | rule       | must be"
                        + " always, only_when_empty or never_clear",
            })
    void aWrongOneIsRefusedBesideWhatIsWrong(
            String field,
            @Nullable String attribute,
            @Nullable String expression,
            @Nullable String rule,
            String where,
            String problem) {
        assertThat(CheckedMapping.of(new Draft(field, attribute, expression, rule), FIELDS))
                .isInstanceOfSatisfying(
                        CheckedMapping.Wrong.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .containsEntry(where, List.of(problem)));
    }
}
