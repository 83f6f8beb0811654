package com.learnamp.entra.console.people;

import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a list of invitations.
 *
 * @param state of the invitation: as stored, but "none", "soon", "scheduled" or "again" before it
 *     leaves
 * @param at when it leaves or left; null where that is not a time
 * @param by who asked for it; null if nobody did
 * @param answer what the mail server said last; null if nothing
 */
record InvitationRow(
        long id,
        String name,
        String initials,
        int colour,
        String email,
        String state,
        Times.@Nullable Moment at,
        @Nullable String by,
        @Nullable String answer,
        boolean invitable) {

    private static final String ROWS =
            """
            SELECT u.id, u.first_name, u.last_name, u.email, coalesce(i.state, 'none') AS state, i.due_at, i.sent_at,
                   i.requested_by, i.last_error,
            """
                    + PersonRow.INVITABLE
                    + """
                     AS invitable
                    FROM unnest(?) WITH ORDINALITY AS wanted(id, place)
                    JOIN learnamp.users u ON u.id = wanted.id
                    LEFT JOIN provisioning.invitations i ON i.company_id = u.company_id AND i.user_id = u.id
                    ORDER BY wanted.place
                    """;

    static List<InvitationRow> ofIds(
            StoreTransaction transaction, InvitationList list, List<Long> ids, Times times)
            throws SQLException {
        return transaction.query(
                ROWS, row -> of(row, list, times), (Object) ids.toArray(Long[]::new));
    }

    private static InvitationRow of(StoredRow row, InvitationList list, Times times)
            throws SQLException {
        String name = row.text("first_name") + " " + row.text("last_name");
        long id = row.number("id");
        @Nullable String answer = row.maybeText("last_error");
        String state = state(row, list, answer != null, times.now());
        @Nullable Instant at =
                switch (state) {
                    case "sent" -> row.maybeInstant("sent_at");
                    case "scheduled", "again", "refused", "unknown" -> row.maybeInstant("due_at");
                    default -> null;
                };
        return new InvitationRow(
                id,
                name,
                Faces.initials(name),
                Faces.colour(id),
                row.text("email"),
                state,
                at == null ? null : times.at(at),
                row.maybeText("requested_by"),
                answer,
                row.truth("invitable"));
    }

    private static String state(StoredRow row, InvitationList list, boolean answered, Instant now)
            throws SQLException {
        if (list == InvitationList.BY_HAND) {
            return "none";
        }
        String state = row.text("state");
        return switch (state) {
            case "due" ->
                    answered ? "again" : row.instant("due_at").isAfter(now) ? "scheduled" : "soon";
            case "sending" -> "soon";
            default -> state;
        };
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "InvitationRow[" + id + "]";
    }
}
