package com.learnamp.entra.console.setup;

import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.console.settings.CheckConnection;
import com.learnamp.entra.console.settings.ConnectionCheck;
import com.learnamp.entra.console.settings.ConsentLink;
import com.learnamp.entra.console.settings.Integration;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.console.settings.SettingsChange;
import com.learnamp.entra.console.setup.SetupView.About;
import com.learnamp.entra.contracts.IntegrationSettings.DisabledAccounts;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.i18n.MessageBundles;
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

    private static final int ALL_DONE = 5;

    private final ConsentLink consent;
    private final ReadBinding readBinding;

    ReadSetup(ConsentLink consent, ReadBinding readBinding) {
        this.consent = consent;
        this.readBinding = readBinding;
    }

    /**
     * What was entered and is to be shown again.
     *
     * @param saved what was saved a moment ago
     * @param notice what came of going elsewhere, as the address says it
     */
    record Entered(
            FieldProblems problems,
            @Nullable String tenantId,
            @Nullable String groupId,
            String saved,
            @Nullable String notice) {

        static Entered nothing(@Nullable String saved, @Nullable String notice) {
            return new Entered(new FieldProblems(), null, null, saved == null ? "" : saved, notice);
        }
    }

    SetupView view(StoreTransaction transaction, Frame frame, Entered entered) throws SQLException {
        Integration stored = IntegrationRows.read(transaction);
        Times times = frame.times();
        SetupWords words = MessageBundles.get(SetupWords.class);
        ReadBinding.Found found = readBinding.find(transaction, frame, stored);
        SetupView.@Nullable Check check =
                CheckConnection.latest(transaction)
                        .filter(last -> isOf(last, stored))
                        .map(last -> view(last, times, words))
                        .orElse(null);
        return new SetupView(
                stored.isActive(),
                stored.status() == Integration.Status.DISCONNECTED,
                stored.tenant() != null && stored.group() != null,
                found.claim() == null ? step(stored, check) : unproved(stored),
                Objects.requireNonNullElseGet(
                        entered.tenantId(),
                        () -> Objects.toString(found.claimed().orElse(stored.tenant()), "")),
                Objects.requireNonNullElseGet(
                        entered.groupId(),
                        () -> Objects.toString(found.group().orElse(stored.group()), "")),
                problem(entered, SettingsChange.TENANT_ID, words.tenantId(), words)
                        .or(() -> of(check, About.TENANT))
                        .orElse(null),
                problem(entered, SettingsChange.GROUP_ID, words.groupId(), words)
                        .or(() -> of(check, About.GROUP))
                        .orElse(null),
                !entered.problems().isEmpty(),
                frame.visitor().isStaff(),
                check,
                consent.to(Optional.ofNullable(stored.tenant())).orElse(null),
                preferences(stored),
                Optional.ofNullable(stored.savedAt()).map(times::at).orElse(null),
                stored.savedBy(),
                Optional.ofNullable(stored.nextFullAt())
                        .filter(next -> stored.isActive())
                        .map(times::at)
                        .orElse(null),
                entered.saved(),
                readBinding.notice(entered.notice()),
                found.claim(),
                found.binding(),
                found.requests());
    }

    /** The proof is what is to do next, unless people are followed already. */
    private static int unproved(Integration stored) {
        return stored.isActive() ? ALL_DONE : 2;
    }

    private static SetupView.Preferences preferences(Integration stored) {
        return new SetupView.Preferences(
                StoredWords.of(stored.invitations()),
                stored.assignManagers(),
                stored.syncPhotos(),
                stored.disabledAccounts() == DisabledAccounts.DEACTIVATE);
    }

    private static int step(Integration stored, SetupView.@Nullable Check check) {
        if (stored.isActive()) {
            return ALL_DONE;
        }
        About about = check == null ? About.NONE : check.about();
        if (stored.tenant() == null || stored.group() == null || about == About.TENANT) {
            return 1;
        }
        return switch (about) {
            case GROUP -> 1;
            case CONSENT -> 2;
            case NONE, TENANT, OTHER -> check != null && check.good() ? 4 : 2;
        };
    }

    private static Optional<String> problem(
            Entered entered, String field, String label, SetupWords words) {
        return entered.problems()
                .of(field)
                .map(problem ->
                        switch (problem) {
                            case MISSING -> words.missing(label);
                            case NOT_A_GUID -> words.notAGuid(label);
                            default -> words.otherProblem(label);
                        });
    }

    private static Optional<String> of(SetupView.@Nullable Check check, About about) {
        return Optional.ofNullable(check)
                .filter(last -> last.about() == about)
                .map(SetupView.Check::message);
    }

    private static boolean isOf(ConnectionCheck check, Integration stored) {
        return check.tenant().equals(stored.tenant()) && check.group().equals(stored.group());
    }

    private static SetupView.Check view(ConnectionCheck check, Times times, SetupWords words) {
        ConnectionCheck.Answer answer = check.answer();
        if (answer != null) {
            return new SetupView.Check(
                    false,
                    answer.outcome() == ConnectionCheck.Outcome.OK,
                    about(answer.outcome()),
                    answer.message(),
                    answer.groupName(),
                    answer.tenantName(),
                    times.at(answer.checkedAt()));
        }
        boolean waiting =
                Duration.between(check.requestedAt(), times.now()).compareTo(PATIENCE) < 0;
        return new SetupView.Check(
                waiting,
                false,
                waiting ? About.NONE : About.OTHER,
                waiting ? "" : words.noAnswer(),
                null,
                null,
                times.at(check.requestedAt()));
    }

    private static About about(ConnectionCheck.Outcome outcome) {
        return switch (outcome) {
            case OK -> About.NONE;
            case TENANT_UNKNOWN -> About.TENANT;
            case GROUP_NOT_FOUND, GROUP_UNSUITABLE, GROUP_EMPTY -> About.GROUP;
            case APP_UNKNOWN, CONSENT_MISSING -> About.CONSENT;
            case SECRET_WRONG, UNREACHABLE -> About.OTHER;
        };
    }
}
