package com.learnamp.entra.console.people;

import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Somebody in the list. */
record PersonRow(
        long id,
        String name,
        String initials,
        int colour,
        String email,
        @Nullable String department,
        @Nullable String jobTitle,
        String status,
        boolean synced) {

    static PersonRow of(StoredRow row) throws SQLException {
        String name = row.text("first_name") + " " + row.text("last_name");
        long id = row.number("id");
        return new PersonRow(
                id,
                name,
                Faces.initials(name),
                Faces.colour(id),
                row.text("email"),
                row.maybeText("department"),
                row.maybeText("job_title"),
                StatusChoice.word(row.text("status")),
                row.maybeText("integration_external_id") != null);
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "PersonRow[" + id + "]";
    }
}
