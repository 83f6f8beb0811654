package com.learnamp.entra.customfields;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.CustomFieldMapping.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT    | '  CC-100\t'           | CC-100",
                "TEXT    | 007                    | 007",
                "CHOICE  | ' Night shift '        | Night shift",
                "NUMBER  | 42                     | 42",
                "NUMBER  | 007                    | 7",
                "NUMBER  | -12.500                | -12.5",
                "NUMBER  | +3                     | 3",
                "NUMBER  | -0.0                   | 0",
                "NUMBER  | 123456789012345678     | 123456789012345678",
                "DATE    | 2026-03-31             | 2026-03-31",
                "DATE    | 2026-03-31T00:00:00Z   | 2026-03-31",
                "DATE    | 2026-03-31T23:30:00-02:00 | 2026-04-01",
                "DATE    | 20260331               | 2026-03-31",
                "DATE    | 20260331000000.0Z      | 2026-03-31",
                "DATE    | 1900-01-01             | 1900-01-01",
                "BOOLEAN | TRUE                   | true",
                "BOOLEAN | yes                    | true",
                "BOOLEAN | 1                      | true",
                "BOOLEAN | False                  | false",
                "BOOLEAN | no                     | false",
                "BOOLEAN | 0                      | false",
            })
    void whatFitsIsWrittenInOneForm(Type type, String value, String expected) {
        assertThat(FieldText.of(type, value)).isEqualTo(new FieldText.Fitting(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER  | 1,234               | no number",
                "NUMBER  | 12 34               | no number",
                "NUMBER  | 1e999999999         | no number",
                "NUMBER  | NaN                 | no number",
                "NUMBER  | ١٢                  | no number",
                "NUMBER  | 1234567890123456789 | no number",
                "DATE    | 31/03/2026          | no date",
                "DATE    | 2026-02-30          | no date",
                "DATE    | 20260230            | no date",
                "DATE    | soon                | no date",
                "DATE    | 0001-01-01T00:00:00Z| before 1900",
                "DATE    | 1899-12-30          | before 1900",
                "BOOLEAN | maybe               | neither yes nor no",
            })
    void whatDoesNotFitSaysWhy(Type type, String value, String reason) {
        assertThat(FieldText.of(type, value))
                .isInstanceOfSatisfying(
                        FieldText.Unfit.class,
                        unfit -> assertThat(unfit.reason()).contains(reason));
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void nothingVisibleIsABlank(Type type) {
        assertThat(FieldText.of(type, null)).isEqualTo(new FieldText.Blank());
        assertThat(FieldText.of(type, " \u00a0\u200b\t")).isEqualTo(new FieldText.Blank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEXT", "CHOICE"})
    void aCodeThatIsCutWouldBeAnotherCode(Type type) {
        assertThat(FieldText.of(type, "🍞".repeat(255))).isInstanceOf(FieldText.Fitting.class);
        assertThat(FieldText.of(type, "x".repeat(256)))
                .isEqualTo(new FieldText.Unfit("It is longer than 255 characters."));
    }

    @Test
    void aReasonQuotesNoMoreThanAnybodyReads() {
        assertThat(FieldText.of(Type.NUMBER, "🍞".repeat(200)))
                .isEqualTo(
                        new FieldText.Unfit(
                                "\"" + "🍞".repeat(40) + "…\" is no number; write it as 1234.5."));
    }
}
