package com.learnamp.entra.console.setup;

import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.console.settings.CheckConnection;
import com.learnamp.entra.console.settings.Connection;
import com.learnamp.entra.console.settings.ConnectionCheck;
import com.learnamp.entra.console.settings.ConsentLink;
import com.learnamp.entra.console.settings.Integration;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.console.settings.SettingsChange;
import com.learnamp.entra.contracts.IntegrationSettings.DisabledAccounts;
import com.learnamp.entra.contracts.IntegrationSettings.Invitations;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the set-up page shows. */
@ApplicationScoped
class ReadSetup {

    /** A look without an answer for so long gets none any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ConsentLink consent;

    ReadSetup(ConsentLink consent) {
        this.consent = consent;
    }

    SetupView view(
            StoreTransaction transaction,
            Frame frame,
            FieldProblems problems,
            @Nullable String tenantId,
            @Nullable String groupId,
            @Nullable String saved)
            throws SQLException {
        Integration stored = IntegrationRows.read(transaction);
        return new SetupView(
                stored.isActive(),
                stored.status() == Integration.Status.DISCONNECTED,
                stored.tenant() != null && stored.group() != null,
                entered(tenantId, stored.tenant()),
                entered(groupId, stored.group()),
                problem(problems, SettingsChange.TENANT_ID),
                problem(problems, SettingsChange.GROUP_ID),
                frame.visitor().isStaff(),
                CheckConnection.latest(transaction)
                        .filter(check -> isOf(check, stored))
                        .map(check -> view(check, frame.times()))
                        .orElse(null),
                consent.to(Optional.ofNullable(stored.tenant())).orElse(null),
                stored.invitations() == Invitations.IMMEDIATELY,
                stored.assignManagers(),
                stored.syncPhotos(),
                stored.disabledAccounts() == DisabledAccounts.DEACTIVATE,
                Connection.of(transaction, stored).map(Connection::groupName).orElse(null),
                saved);
    }

    private static String entered(@Nullable String entered, @Nullable Object stored) {
        return entered != null ? entered : Objects.toString(stored, "");
    }

    private static @Nullable String problem(FieldProblems problems, String field) {
        return problems.of(field).map(FieldProblem::text).orElse(null);
    }

    private static boolean isOf(ConnectionCheck check, Integration stored) {
        return check.tenant().equals(stored.tenant()) && check.group().equals(stored.group());
    }

    private static SetupView.Check view(ConnectionCheck check, Times times) {
        ConnectionCheck.Answer answer = check.answer();
        if (answer == null) {
            boolean patient =
                    Duration.between(check.requestedAt(), times.now()).compareTo(PATIENCE) < 0;
            return new SetupView.Check(
                    patient,
                    false,
                    false,
                    patient ? null : "Nobody answered. Look again in a moment.",
                    null,
                    times.at(check.requestedAt()));
        }
        return new SetupView.Check(
                false,
                answer.outcome() == ConnectionCheck.Outcome.OK,
                answer.outcome().isAboutTheGroup(),
                answer.message(),
                answer.groupName(),
                times.at(answer.checkedAt()));
    }
}
