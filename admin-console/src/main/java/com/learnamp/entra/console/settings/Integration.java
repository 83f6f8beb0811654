package com.learnamp.entra.console.settings;

import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings.DisabledAccounts;
import com.learnamp.entra.contracts.IntegrationSettings.Invitations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A company's integration as it is saved.
 *
 * @param revision 0 while nothing has been saved
 * @param customFields the company's own mappings, one for each custom field, by its name
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
        List<CustomFieldMapping> customFields,
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
                    List.of(),
                    null,
                    null,
                    null);

    public Integration {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(invitations, "invitations");
        Objects.requireNonNull(disabledAccounts, "disabledAccounts");
        customFields = List.copyOf(customFields);
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
                customFields,
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
                customFields,
                savedAt,
                savedBy,
                nextFullAt);
    }

    /** In place of the one that its field had. */
    Integration with(CustomFieldMapping mapping) {
        List<CustomFieldMapping> mappings = new ArrayList<>(without(mapping.field()).customFields);
        mappings.add(mapping);
        mappings.sort(Comparator.comparing(CustomFieldMapping::field));
        return mapping(mappings);
    }

    Integration without(String field) {
        return mapping(
                customFields.stream().filter(mapping -> !mapping.field().equals(field)).toList());
    }

    private Integration mapping(List<CustomFieldMapping> mappings) {
        return new Integration(
                status,
                revision,
                tenant,
                group,
                invitations,
                assignManagers,
                syncPhotos,
                disabledAccounts,
                mappings,
                savedAt,
                savedBy,
                nextFullAt);
    }
}
