package com.learnamp.entra.mapper;

import static com.learnamp.entra.mapper.Samples.COMPANY;
import static com.learnamp.entra.mapper.Samples.MANAGER;
import static com.learnamp.entra.mapper.Samples.NOW;
import static com.learnamp.entra.mapper.Samples.OBSERVED_AT;
import static com.learnamp.entra.mapper.Samples.ORIGIN;
import static com.learnamp.entra.mapper.Samples.USER;
import static com.learnamp.entra.mapper.Samples.VERSION;
import static com.learnamp.entra.mapper.Samples.anna;
import static com.learnamp.entra.mapper.Samples.outOfScope;
import static com.learnamp.entra.mapper.Samples.runEnded;
import static com.learnamp.entra.mapper.Samples.settings;
import static com.learnamp.entra.mapper.Samples.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.IntegrationSettings.DisabledAccounts;
import com.learnamp.entra.contracts.IntegrationSettings.Status;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.PhotoCommand.RemovePhoto;
import com.learnamp.entra.contracts.PhotoCommand.SyncPhoto;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.RunEnded.Outcome;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserFields;
import com.learnamp.entra.contracts.UserFields.LanguageSource;
import com.learnamp.entra.contracts.UserFields.NameSource;
import com.learnamp.entra.contracts.UserOutOfScope.Evidence;
import com.learnamp.entra.mapper.MappingDecision.Ask;
import com.learnamp.entra.mapper.MappingDecision.AwaitSettings;
import com.learnamp.entra.mapper.MappingDecision.Drop;
import com.learnamp.entra.mapper.MappingDecision.Why;
import com.learnamp.entra.mapper.Samples.AnEntraUser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

    @Test
    void somebodyInScopeIsUpsertedWithEveryFieldOfTheTable() {
        MappingDecision decision = Mapping.decide(snapshot(anna()), settings(), NOW);

        assertThat(decision)
                .isEqualTo(
                        new Ask(
                                new UpsertUser(
                                        COMPANY,
                                        USER,
                                        VERSION,
                                        3,
                                        OBSERVED_AT,
                                        NOW,
                                        ORIGIN,
                                        new UserFields(
                                                "anna.smith@contoso.com",
                                                "Anna",
                                                "Smith",
                                                NameSource.GIVEN_NAME_AND_SURNAME,
                                                "Baker",
                                                "Bread",
                                                "Bread",
                                                "Leeds",
                                                "en",
                                                LanguageSource.PREFERRED_LANGUAGE,
                                                LocalDate.of(2020, 5, 4),
                                                List.of()),
                                        new ManagerReading.Is(MANAGER)),
                                new SyncPhoto(COMPANY, USER, VERSION, 3, NOW, ORIGIN)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\t\n", "\u0000", "\u00a0\u200b"})
    void blankAttributesAreNullAndTheLanguageIsTheCompanys(@Nullable String blank) {
        EntraUser user =
                new AnEntraUser()
                        .jobTitle(blank)
                        .department(blank)
                        .officeLocation(blank)
                        .preferredLanguage(blank)
                        .employeeHireDate(null)
                        .build();

        assertThat(fields(user))
                .isEqualTo(
                        new UserFields(
                                "anna.smith@contoso.com",
                                "Anna",
                                "Smith",
                                NameSource.GIVEN_NAME_AND_SURNAME,
                                null,
                                null,
                                null,
                                null,
                                "en",
                                LanguageSource.COMPANY,
                                null,
                                List.of()));
    }

    @Test
    void attributesAreTrimmedAndFreeOfControlCharacters() {
        EntraUser user =
                new AnEntraUser()
                        .jobTitle("  Head\tof\u0000 Bread ")
                        .department(" Bread\r\n")
                        .officeLocation("\u00a0Köln 🥨 ")
                        .build();

        UserFields fields = fields(user);

        assertThat(fields.jobTitle()).isEqualTo("Head of Bread");
        assertThat(fields.department()).isEqualTo("Bread");
        assertThat(fields.primaryTeamName()).isEqualTo("Bread");
        assertThat(fields.location()).isEqualTo("Köln 🥨");
    }

    @Test
    void whatIsTooLongIsCutAndNamed() {
        EntraUser user =
                new AnEntraUser()
                        .names("a".repeat(256), "b".repeat(256), null)
                        .jobTitle("c".repeat(256))
                        .department("d".repeat(256))
                        .officeLocation("e".repeat(256))
                        .employeeHireDate(Instant.parse("0001-01-01T00:00:00Z"))
                        .build();

        Ask ask = (Ask) Mapping.decide(snapshot(user), settings(), NOW);

        UserFields fields = ((UpsertUser) ask.command()).fields();
        assertThat(fields.firstName()).isEqualTo("a".repeat(255));
        assertThat(fields.lastName()).isEqualTo("b".repeat(255));
        assertThat(fields.jobTitle()).isEqualTo("c".repeat(255));
        assertThat(fields.department()).isEqualTo("d".repeat(255));
        assertThat(fields.primaryTeamName()).isEqualTo("d".repeat(255));
        assertThat(fields.location()).isEqualTo("e".repeat(255));
        assertThat(fields.hireDate()).isNull();
        assertThat(ask.shortened()).containsExactlyInAnyOrder(ShortenedField.values());
    }

    @ParameterizedTest(name = "{0} with mail {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "a_fabrikam.com#EXT#@contoso.com, -, NO_EMAIL",
                "-, -, NO_EMAIL",
                "anna, anna@contoso.com, MALFORMED_EMAIL"
            })
    void somebodyWithoutAUsableAddressIsRejectedAndHasNoPhoto(
            @Nullable String userPrincipalName, @Nullable String mail, RejectUser.Reason reason) {
        EntraUser user = new AnEntraUser().userPrincipalName(userPrincipalName).mail(mail).build();

        assertThat(Mapping.decide(snapshot(user), settings(), NOW))
                .isEqualTo(
                        new Ask(
                                new RejectUser(
                                        COMPANY,
                                        USER,
                                        VERSION,
                                        3,
                                        OBSERVED_AT,
                                        NOW,
                                        ORIGIN,
                                        reason,
                                        "Anna Smith")));
    }

    @Test
    void theManagerIsNotReadWhereTheOptionIsOff() {
        IntegrationSettings withoutManagers =
                settings(COMPANY, 3, Status.ACTIVE, false, true, DisabledAccounts.LEAVE_ALONE);

        assertThat(upsert(Mapping.decide(snapshot(anna()), withoutManagers, NOW)).manager())
                .isEqualTo(new ManagerReading.NotRead());
    }

    @Test
    void photosAreLeftAloneWhereTheOptionIsOff() {
        IntegrationSettings withoutPhotos =
                settings(COMPANY, 3, Status.ACTIVE, true, false, DisabledAccounts.LEAVE_ALONE);

        assertThat(((Ask) Mapping.decide(snapshot(anna()), withoutPhotos, NOW)).photoCommands())
                .isEmpty();
    }

    @ParameterizedTest(name = "enabled: {0}, option: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "true, DEACTIVATE",
                "-, DEACTIVATE",
                "true, LEAVE_ALONE",
                "false, LEAVE_ALONE",
                "-, LEAVE_ALONE"
            })
    void accountsStayUnlessDisabledAndTheCompanyChoseIt(
            @Nullable Boolean accountEnabled, DisabledAccounts option) {
        IntegrationSettings settings = settings(COMPANY, 3, Status.ACTIVE, true, true, option);
        EntraUser user = new AnEntraUser().accountEnabled(accountEnabled).build();

        assertThat(upsert(Mapping.decide(snapshot(user), settings, NOW)).fields().email())
                .isEqualTo("anna.smith@contoso.com");
    }

    @Test
    void aDisabledAccountIsDeactivatedIfTheCompanyChoseItWhateverElseIsWrong() {
        IntegrationSettings settings =
                settings(COMPANY, 3, Status.ACTIVE, true, true, DisabledAccounts.DEACTIVATE);
        EntraUser user =
                new AnEntraUser().accountEnabled(false).userPrincipalName(null).mail(null).build();

        assertThat(Mapping.decide(snapshot(user), settings, NOW))
                .isEqualTo(new Ask(deactivate(DeactivateUser.Reason.ACCOUNT_DISABLED)));
    }

    @ParameterizedTest
    @CsvSource({"NOT_A_MEMBER, LEFT_THE_GROUP", "SOFT_DELETED, SOFT_DELETED", "DELETED, DELETED"})
    void whoeverLeavesIsDeactivatedAndLosesEntrasPhoto(
            Evidence evidence, DeactivateUser.Reason reason) {
        assertThat(Mapping.decide(outOfScope(3, evidence), settings(), NOW))
                .isEqualTo(
                        new Ask(
                                deactivate(reason),
                                new RemovePhoto(COMPANY, USER, VERSION, 3, NOW, ORIGIN)));
    }

    @Test
    void olderRevisionsAreDropped() {
        IntegrationSettings newer = settings(COMPANY, 4);

        assertThat(Mapping.decide(snapshot(anna()), newer, NOW))
                .isEqualTo(new Drop(Why.OUTDATED_REVISION));
        assertThat(Mapping.decide(outOfScope(3, Evidence.DELETED), newer, NOW))
                .isEqualTo(new Drop(Why.OUTDATED_REVISION));
    }

    @Test
    void newerRevisionsAreWaitedFor() {
        IntegrationSettings older = settings(COMPANY, 2);

        assertThat(Mapping.decide(snapshot(anna()), older, NOW)).isEqualTo(new AwaitSettings());
        assertThat(Mapping.decide(snapshot(anna()), null, NOW)).isEqualTo(new AwaitSettings());
        assertThat(Mapping.decide(outOfScope(3, Evidence.DELETED), older, NOW))
                .isEqualTo(new AwaitSettings());
        assertThat(Mapping.decide(outOfScope(3, Evidence.DELETED), null, NOW))
                .isEqualTo(new AwaitSettings());
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void ofADisconnectedCompanyNobodyIsTouched(long revision) {
        IntegrationSettings disconnected =
                settings(
                        COMPANY,
                        revision,
                        Status.DISCONNECTED,
                        true,
                        true,
                        DisabledAccounts.DEACTIVATE);

        assertThat(Mapping.decide(snapshot(anna()), disconnected, NOW))
                .isEqualTo(new Drop(Why.DISCONNECTED));
        assertThat(Mapping.decide(outOfScope(3, Evidence.DELETED), disconnected, NOW))
                .isEqualTo(new Drop(Why.DISCONNECTED));
    }

    @Test
    void theEndOfARunIsPassedOnAsItIs() {
        assertThat(Mapping.decide(runEnded(3, new Outcome.Complete()), settings(), NOW))
                .isEqualTo(new Ask(runEnded(3, new Outcome.Complete())));
        assertThat(Mapping.decide(runEnded(3, new Outcome.Complete()), null, NOW))
                .isEqualTo(new Ask(runEnded(3, new Outcome.Complete())));
        assertThat(Mapping.decide(runEnded(4, new Outcome.Complete()), settings(), NOW))
                .isEqualTo(new Ask(runEnded(4, new Outcome.Complete())));
        assertThat(Mapping.decide(runEnded(2, new Outcome.Failed("gone", "x")), settings(), NOW))
                .isEqualTo(new Ask(runEnded(2, new Outcome.Failed("gone", "x"))));
    }

    @Test
    void aRunOfOlderSettingsIsNeverCalledComplete() {
        assertThat(Mapping.decide(runEnded(2, new Outcome.Complete()), settings(), NOW))
                .isEqualTo(new Ask(runEnded(2, new Outcome.Superseded())));
    }

    private static UserFields fields(EntraUser user) {
        return upsert(Mapping.decide(snapshot(user), settings(), NOW)).fields();
    }

    private static UpsertUser upsert(MappingDecision decision) {
        assertThat(decision).isInstanceOf(Ask.class);
        return (UpsertUser) ((Ask) decision).command();
    }

    private static DeactivateUser deactivate(DeactivateUser.Reason reason) {
        return new DeactivateUser(COMPANY, USER, VERSION, 3, OBSERVED_AT, NOW, ORIGIN, reason);
    }
}
