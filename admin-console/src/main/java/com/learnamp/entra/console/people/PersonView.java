package com.learnamp.entra.console.people;

import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, whole.
 *
 * @param objectId in Entra; null for somebody whom only Learn Amp has
 * @param scope what Entra was found to say last: in_scope, out_of_scope, rejected; null without it
 * @param readAt when that was
 */
record PersonView(
        long id,
        String name,
        String initials,
        int colour,
        String email,
        @Nullable String jobTitle,
        @Nullable String department,
        @Nullable String location,
        String language,
        String timeZone,
        @Nullable String hireDate,
        String role,
        String status,
        Times.Moment statusSince,
        boolean deactivated,
        boolean canBeInvited,
        @Nullable String team,
        @Nullable Long managerId,
        @Nullable String manager,
        @Nullable String objectId,
        @Nullable String scope,
        Times.@Nullable Moment readAt,
        @Nullable String invitation) {

    private static final String ONE =
            """
            SELECT u.id, u.first_name, u.last_name, u.email, u.job_title, u.department, u.location, u.language,
                   u.time_zone, u.hire_date, u.role, u.status, u.status_at, u.integration_external_id,
                   t.name AS team, m.id AS manager_id, m.first_name || ' ' || m.last_name AS manager,
                   l.state AS scope, l.observed_at, i.state AS invitation
            FROM learnamp.users u
            LEFT JOIN learnamp.teams t ON t.company_id = u.company_id AND t.id = u.primary_team_id
            LEFT JOIN learnamp.users m ON m.company_id = u.company_id AND m.id = u.manager_id
            LEFT JOIN provisioning.ledger l ON l.company_id = u.company_id AND l.user_id = u.id
            LEFT JOIN provisioning.invitations i ON i.company_id = u.company_id AND i.user_id = u.id
            WHERE u.id = ?
            """;

    static Optional<PersonView> find(StoreTransaction transaction, long id, Times times)
            throws SQLException {
        return transaction.first(ONE, row -> of(row, times), id);
    }

    private static PersonView of(StoredRow row, Times times) throws SQLException {
        String name = row.text("first_name") + " " + row.text("last_name");
        String status = row.text("status");
        LocalDate hireDate = row.maybeDate("hire_date");
        String invitation = row.maybeText("invitation");
        return new PersonView(
                row.number("id"),
                name,
                Faces.initials(name),
                Faces.colour(row.number("id")),
                row.text("email"),
                row.maybeText("job_title"),
                row.maybeText("department"),
                row.maybeText("location"),
                row.text("language"),
                row.text("time_zone"),
                hireDate == null ? null : times.date(hireDate),
                row.text("role").replace('_', ' '),
                StatusChoice.word(status),
                times.at(row.instant("status_at")),
                status.equals("deactivated"),
                status.equals("not_invited") && invitation == null,
                row.maybeText("team"),
                row.maybeNumber("manager_id"),
                row.maybeText("manager"),
                row.maybeText("integration_external_id"),
                row.maybeText("scope"),
                row.maybeInstant("observed_at") == null
                        ? null
                        : times.at(row.instant("observed_at")),
                invitation);
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "PersonView[" + id + "]";
    }
}
