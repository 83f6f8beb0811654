package com.learnamp.entra.console.guard;

import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.page.Times;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody in a review, as its page shows him. */
record PersonLine(
        String objectId,
        @Nullable Long userId,
        String name,
        String initials,
        int colour,
        String detail,
        String reason,
        long manages,
        long teams,
        String role,
        Times.Moment since,
        @Nullable String decidedBy) {

    static PersonLine of(ReviewedPerson person, Times times) {
        String name = Objects.requireNonNullElse(person.name(), person.objectId().toString());
        return new PersonLine(
                person.objectId().toString(),
                person.userId(),
                name,
                Faces.initials(name),
                Faces.colour(person.objectId().getLeastSignificantBits()),
                Objects.requireNonNullElse(
                        person.jobTitle(), Objects.requireNonNullElse(person.email(), "")),
                person.reason(),
                person.manages(),
                person.teams(),
                Objects.requireNonNullElse(person.role(), "").replace('_', ' '),
                times.briefly(person.since()),
                person.decidedBy());
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "PersonLine[" + objectId + "]";
    }
}
