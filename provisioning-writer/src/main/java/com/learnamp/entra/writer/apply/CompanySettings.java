package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.UserStatus;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What the writer goes by in a company, as the store has it in this transaction.
 *
 * @param invitesAtOnce whether new people are invited without anybody asking
 * @param previews whether nobody has confirmed yet what the first run in the present scope would do
 */
record CompanySettings(
        long revision,
        String timeZone,
        boolean invitesAtOnce,
        boolean assignsManagers,
        boolean previews) {

    private static final String SETTINGS =
            """
            SELECT i.revision, c.time_zone, i.invitations = 'immediately' AS at_once, i.assign_managers,
                   i.scope_revision > i.confirmed_revision AS previews
            FROM provisioning.integrations i JOIN learnamp.companies c ON c.id = i.company_id
            WHERE i.company_id = ? AND i.status = 'active'
            """;

    /** Empty if the company's people are not followed. */
    static Optional<CompanySettings> of(CompanyTransaction transaction) throws SQLException {
        return transaction
                .query(
                        SETTINGS,
                        row ->
                                new CompanySettings(
                                        row.getLong("revision"),
                                        row.getString("time_zone"),
                                        row.getBoolean("at_once"),
                                        row.getBoolean("assign_managers"),
                                        row.getBoolean("previews")),
                        transaction.company())
                .stream()
                .findFirst();
    }

    /** A replay invites nobody. */
    boolean invites(UserCommand command) {
        return invitesAtOnce && command.origin().cause() != Origin.Cause.REPLAY;
    }

    String statusOfNew(UserCommand command) {
        return invites(command) ? UserStatus.INVITE_SCHEDULED : UserStatus.NOT_INVITED;
    }
}
