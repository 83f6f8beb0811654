package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.IntegrationSettings.DisabledAccounts;
import com.learnamp.entra.contracts.IntegrationSettings.Invitations;
import com.learnamp.entra.contracts.IntegrationSettings.Status;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.UserOutOfScope;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.contracts.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tests start from: Anna Smith of company 7, whose settings are at revision 3. */
final class Samples {

    static final CompanyId COMPANY = new CompanyId(7);
    static final EntraObjectId USER = EntraObjectId.parse("11111111-0000-4000-8000-000000000001");
    static final EntraObjectId MANAGER =
            EntraObjectId.parse("11111111-0000-4000-8000-000000000002");
    static final Version VERSION = new Version(1_700_000_000_000L, 42);
    static final Instant OBSERVED_AT = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-01T10:00:01Z");
    static final Origin ORIGIN =
            Origin.ofCause(Origin.Cause.NOTIFICATION, Instant.parse("2026-03-01T09:59:59Z"));
    static final SyncRunId RUN =
            new SyncRunId(UUID.fromString("22222222-0000-4000-8000-000000000001"));

    private Samples() {}

    static IntegrationSettings settings() {
        return settings(COMPANY, 3);
    }

    static IntegrationSettings settings(CompanyId company, long revision) {
        return settings(company, revision, Status.ACTIVE, true, true, DisabledAccounts.LEAVE_ALONE);
    }

    static IntegrationSettings settings(
            CompanyId company,
            long revision,
            Status status,
            boolean assignManagers,
            boolean syncPhotos,
            DisabledAccounts disabledAccounts) {
        return new IntegrationSettings(
                company,
                revision,
                status,
                EntraTenantId.parse("33333333-0000-4000-8000-000000000001"),
                EntraObjectId.parse("44444444-0000-4000-8000-000000000001"),
                Invitations.BY_HAND,
                assignManagers,
                syncPhotos,
                disabledAccounts,
                "en",
                "London",
                Instant.parse("2026-02-01T00:00:00Z"),
                List.of());
    }

    /** Settings with the company's own mappings, and nothing else of note. */
    static IntegrationSettings settings(
            CompanyId company, long revision, List<CustomFieldMapping> customFields) {
        IntegrationSettings plain = settings(company, revision);
        return new IntegrationSettings(
                company,
                revision,
                plain.status(),
                plain.tenant(),
                plain.group(),
                plain.invitations(),
                plain.assignManagers(),
                plain.syncPhotos(),
                plain.disabledAccounts(),
                plain.language(),
                plain.timeZone(),
                plain.savedAt(),
                customFields);
    }

    static UserSnapshot snapshot(EntraUser attributes) {
        return snapshot(COMPANY, USER, VERSION, 3, attributes);
    }

    static UserSnapshot snapshot(
            CompanyId company,
            EntraObjectId user,
            Version version,
            long revision,
            EntraUser attributes) {
        return new UserSnapshot(
                company,
                user,
                version,
                revision,
                OBSERVED_AT,
                ORIGIN,
                attributes,
                new ManagerReading.Is(MANAGER));
    }

    static UserOutOfScope outOfScope(long revision, UserOutOfScope.Evidence evidence) {
        return new UserOutOfScope(COMPANY, USER, VERSION, revision, OBSERVED_AT, ORIGIN, evidence);
    }

    static RunEnded runEnded(long revision, RunEnded.Outcome outcome) {
        return new RunEnded(
                COMPANY,
                RUN,
                RunTrigger.MANUAL,
                revision,
                OBSERVED_AT,
                VERSION,
                1,
                outcome,
                OBSERVED_AT);
    }

    static EntraUser anna() {
        return new AnEntraUser().build();
    }

    /** Anna Smith, with what a test changes. */
    static final class AnEntraUser {

        private @Nullable String userPrincipalName = "Anna.Smith@contoso.com";
        private @Nullable String mail = "anna@mail.contoso.com";
        private @Nullable String displayName = "Anna Smith";
        private @Nullable String givenName = "Anna";
        private @Nullable String surname = "Smith";
        private @Nullable String jobTitle = "Baker";
        private @Nullable String department = "Bread";
        private @Nullable String officeLocation = "Leeds";
        private @Nullable String preferredLanguage = "en-GB";
        private @Nullable Instant employeeHireDate = Instant.parse("2020-05-04T00:00:00Z");
        private @Nullable Boolean accountEnabled = true;

        AnEntraUser userPrincipalName(@Nullable String value) {
            userPrincipalName = value;
            return this;
        }

        AnEntraUser mail(@Nullable String value) {
            mail = value;
            return this;
        }

        AnEntraUser names(@Nullable String given, @Nullable String last, @Nullable String shown) {
            givenName = given;
            surname = last;
            displayName = shown;
            return this;
        }

        AnEntraUser jobTitle(@Nullable String value) {
            jobTitle = value;
            return this;
        }

        AnEntraUser department(@Nullable String value) {
            department = value;
            return this;
        }

        AnEntraUser officeLocation(@Nullable String value) {
            officeLocation = value;
            return this;
        }

        AnEntraUser preferredLanguage(@Nullable String value) {
            preferredLanguage = value;
            return this;
        }

        AnEntraUser employeeHireDate(@Nullable Instant value) {
            employeeHireDate = value;
            return this;
        }

        AnEntraUser accountEnabled(@Nullable Boolean value) {
            accountEnabled = value;
            return this;
        }

        EntraUser build() {
            return new EntraUser(
                    userPrincipalName,
                    mail,
                    displayName,
                    givenName,
                    surname,
                    jobTitle,
                    department,
                    officeLocation,
                    preferredLanguage,
                    employeeHireDate,
                    accountEnabled,
                    "Member",
                    Map.of());
        }
    }
}
