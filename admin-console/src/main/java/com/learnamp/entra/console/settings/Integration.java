package com.learnamp.entra.console.settings;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings.DisabledAccounts;
import com.learnamp.entra.contracts.IntegrationSettings.Invitations;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A company's integration as it is saved.
 *
 * @param revision 0 while nothing has been saved
 * @param nextFullAt when the next full sync is asked for
 */
public record Integration(
        Status status,
        long revision,
        @Nullable EntraTenantId tenant,
        @Nullable EntraObjectId group,
        Invitations invitations,
        boolean assignManagers,
        boolean syncPhotos,
        DisabledAccounts disabledAccounts,
        @Nullable Instant savedAt,
        @Nullable String savedBy,
        @Nullable Instant nextFullAt) {

    /** Whether the company's people are followed. */
    public enum Status {
        /** Never connected. */
        DRAFT,
        ACTIVE,
        DISCONNECTED
    }

    /** As long as nobody has saved anything. */
    public static final Integration NOTHING =
            new Integration(
                    Status.DRAFT,
                    0,
                    null,
                    null,
                    Invitations.BY_HAND,
                    true,
                    false,
                    DisabledAccounts.LEAVE_ALONE,
                    null,
                    null,
                    null);

    public Integration {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(invitations, "invitations");
        Objects.requireNonNull(disabledAccounts, "disabledAccounts");
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    Integration with(Status next) {
        return new Integration(
                next,
                revision,
                tenant,
                group,
                invitations,
                assignManagers,
                syncPhotos,
                disabledAccounts,
                savedAt,
                savedBy,
                nextFullAt);
    }

    Integration with(SettingsChange change) {
        return new Integration(
                status,
                revision,
                change.tenant().orElse(tenant),
                change.group().orElse(group),
                change.invitations().orElse(invitations),
                change.assignManagers().orElse(assignManagers),
                change.syncPhotos().orElse(syncPhotos),
                change.disabledAccounts().orElse(disabledAccounts),
                savedAt,
                savedBy,
                nextFullAt);
    }
}
