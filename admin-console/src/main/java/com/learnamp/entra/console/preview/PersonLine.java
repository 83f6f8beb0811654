package com.learnamp.entra.console.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.learnamp.entra.console.page.Faces;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody in a preview, as its page shows him. */
record PersonLine(
        String objectId,
        @Nullable Long userId,
        String name,
        String initials,
        int colour,
        String email,
        String outcome,
        @Nullable String reason,
        List<Line> changes) {

    private static final JsonMapper JSON = new JsonMapper();

    /** One field. */
    record Line(String field, @Nullable String before, @Nullable String after) {

        @Override
        public String toString() {
            return "Line[" + field + "]";
        }
    }

    static PersonLine of(PreviewedPerson person) {
        String name = Objects.requireNonNullElse(person.name(), person.objectId().toString());
        return new PersonLine(
                person.objectId().toString(),
                person.userId(),
                name,
                Faces.initials(name),
                Faces.colour(person.objectId().getLeastSignificantBits()),
                Objects.requireNonNullElse(person.email(), ""),
                person.outcome(),
                person.reason(),
                person.outcome().equals("created") ? List.of() : changes(person.changes()));
    }

    private static List<Line> changes(String json) {
        List<Line> lines = new ArrayList<>();
        try {
            JSON.readTree(json)
                    .properties()
                    .forEach(field ->
                            lines.add(
                                    new Line(
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
        return "PersonLine[" + objectId + "]";
    }
}
