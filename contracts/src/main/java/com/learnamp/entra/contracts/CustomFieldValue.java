package com.learnamp.entra.contracts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a custom field of somebody shall be.
 *
 * @param field the custom field, as Learn Amp names it
 * @param rule when it is written
 * @param value a number in plain digits, a date as 2026-03-01, true or false, else text; null is a
 *     blank in Entra, which clears only what this integration wrote
 * @param problem why Entra's value does not fit, for an admin; the field stays as it is then
 */
public record CustomFieldValue(
        String field,
        CustomFieldMapping.Rule rule,
        @Nullable String value,
        @Nullable String problem) {

    public CustomFieldValue {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(rule, "rule");
        if (value != null && problem != null) {
            throw new IllegalArgumentException("a value that does not fit is none");
        }
    }

    /** Personal data: nothing of it goes into a log. */
    @Override
    public String toString() {
        return "CustomFieldValue[redacted]";
    }
}
