package com.learnamp.entra.console.people;

import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the list.
 *
 * @param status Learn Amp's name of it
 * @param scope what Entra was found to say: in_scope, out_of_scope; attention where somebody has to
 *     see to it; empty where only Learn Amp has the person
 */
record PersonRow(
        long id,
        String name,
        String initials,
        int colour,
        String email,
        @Nullable String department,
        @Nullable String jobTitle,
        String status,
        String scope,
        boolean invitable,
        Times.Moment changedAt) {

    /**
     * An invitation that was asked for before is not asked for again, unless it was refused; one
     * that would leave some day by itself may be asked for now.
     */
    static final String INVITABLE =
            "(u.status IN ('not_invited', 'invite_scheduled') AND (i.state IS NULL OR i.state IN ('held', 'kept_back', 'refused')"
                    + " OR i.state = 'due' AND i.requested_by IS NULL AND i.due_at > now()))";

    private static final String ROWS =
            """
            SELECT u.id, u.first_name, u.last_name, u.email, u.department, u.job_title, u.status, u.updated_at,
                   CASE WHEN EXISTS (SELECT FROM provisioning.attention a
                                     WHERE a.company_id = u.company_id AND a.object_id = l.object_id)
                        THEN 'attention' ELSE l.state END AS scope,
            """
                    + INVITABLE
                    + """
                     AS invitable
                    FROM unnest(?) WITH ORDINALITY AS wanted(id, place)
                    JOIN learnamp.users u ON u.id = wanted.id
                    LEFT JOIN provisioning.ledger l ON l.company_id = u.company_id AND l.user_id = u.id
                    LEFT JOIN provisioning.invitations i ON i.company_id = u.company_id AND i.user_id = u.id
                    ORDER BY wanted.place
                    """;

    /** In the order given; whoever is not there is left out. */
    static List<PersonRow> ofIds(StoreTransaction transaction, List<Long> ids, Times times)
            throws SQLException {
        return transaction.query(ROWS, row -> of(row, times), (Object) ids.toArray(Long[]::new));
    }

    private static PersonRow of(StoredRow row, Times times) throws SQLException {
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
                row.text("status"),
                Objects.requireNonNullElse(row.maybeText("scope"), ""),
                row.truth("invitable"),
                times.briefly(row.instant("updated_at")));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "PersonRow[" + id + "]";
    }
}
