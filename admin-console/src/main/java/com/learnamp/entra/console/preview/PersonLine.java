package com.learnamp.entra.console.preview;

import com.learnamp.entra.console.page.Faces;
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
        List<FieldLine> changes) {

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
                person.outcome().equals("created") ? List.of() : FieldLine.of(person.changes()));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "PersonLine[" + objectId + "]";
    }
}
