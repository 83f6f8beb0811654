package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.IntegrationSettings.Invitations;
import com.learnamp.entra.contracts.TimeZoneNames;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.Json;
import com.learnamp.entra.writer.people.UserStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * What the writer goes by in a company, as the store has it in this transaction.
 *
 * @param tenantRevision since when the tenant is the present one
 * @param invitations when new people are invited without anybody asking
 * @param previews whether nobody has confirmed yet what the first run in the present scope would do
 * @param opening whether the run that makes a confirmed preview true is not complete yet
 */
record CompanySettings(
        long revision,
        long tenantRevision,
        String timeZone,
        InvitationTime invitations,
        boolean assignsManagers,
        FieldRules fieldRules,
        boolean previews,
        boolean opening) {

    private static final String SETTINGS =
            """
            SELECT i.revision, i.tenant_revision, c.time_zone, i.invitations, i.assign_managers,
                   i.field_rules, i.scope_revision > i.confirmed_revision AS previews, i.opening
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
                                        row.getLong("tenant_revision"),
                                        row.getString("time_zone"),
                                        invitations(row),
                                        row.getBoolean("assign_managers"),
                                        FieldRules.of(Json.texts(row.getString("field_rules"))),
                                        row.getBoolean("previews"),
                                        row.getBoolean("opening")),
                        transaction.company())
                .stream()
                .findFirst();
    }

    /** In UTC where the company's name of its zone means nothing to us. */
    private static InvitationTime invitations(ResultSet row) throws SQLException {
        return new InvitationTime(
                Invitations.valueOf(row.getString("invitations").toUpperCase(Locale.ROOT)),
                TimeZoneNames.zone(row.getString("time_zone")).orElse(ZoneOffset.UTC));
    }

    /** Whether new people are invited without anybody asking; a replay invites nobody. */
    boolean invites(UserCommand command) {
        return invitations.invitesBy(command);
    }

    String statusOfNew(UserCommand command) {
        return invites(command) ? UserStatus.INVITE_SCHEDULED : UserStatus.NOT_INVITED;
    }
}
