package com.learnamp.entra.console.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field as it would change.
 *
 * @param field by the API's name
 */
public record FieldLine(String field, @Nullable String before, @Nullable String after) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param changes by field, as JSON: {@code {"jobTitle": {"before": …, "after": …}}}
     */
    public static List<FieldLine> of(String changes) {
        List<FieldLine> lines = new ArrayList<>();
        try {
            JSON.readTree(changes)
                    .properties()
                    .forEach(field ->
                            lines.add(
                                    new FieldLine(
                                            field.getKey(),
                                            text(field.getValue().path("before")),
                                            text(field.getValue().path("after")))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store gives JSON", e);
        }
        return lines;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "FieldLine[" + field + "]";
    }
}
