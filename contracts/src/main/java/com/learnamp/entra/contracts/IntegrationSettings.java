package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A company's settings, as saved: the newest one of each company stays on the compacted topic.
 *
 * @param revision one more with each save
 * @param status whether the company's people are followed
 * @param tenant the Entra tenant that the company proved to be its own
 * @param group the security group whose members are Learn Amp's users
 * @param invitations when a new person is invited
 * @param assignManagers whether Entra's manager becomes the override manager
 * @param syncPhotos whether Entra's photo becomes the avatar
 * @param disabledAccounts what is done with a person whose Entra account is disabled
 * @param language Learn Amp's code of the company's language, for people whose own fits none
 * @param timeZone the company's time zone, a Rails name such as "London"
 * @param customFields the company's own mappings, one for each custom field; absent when there is
 *     none
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("integration-settings")
public record IntegrationSettings(
        CompanyId company,
        long revision,
        Status status,
        EntraTenantId tenant,
        EntraObjectId group,
        Invitations invitations,
        boolean assignManagers,
        boolean syncPhotos,
        DisabledAccounts disabledAccounts,
        String language,
        String timeZone,
        Instant savedAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CustomFieldMapping> customFields)
        implements Message {

    /** Whether the company's people are followed. */
    public enum Status {
        ACTIVE,
        /** No lease, no subscription, no timer for it; and nobody is deactivated. */
        DISCONNECTED
    }

    /** When a new person is invited. */
    public enum Invitations {
        IMMEDIATELY,
        /** On that day in the company's time zone; at once whoever has none. */
        ON_HIRE_DATE,
        BY_HAND
    }

    /** What is done with a person whose Entra account is disabled. */
    public enum DisabledAccounts {
        LEAVE_ALONE,
        DEACTIVATE
    }

    public IntegrationSettings {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(invitations, "invitations");
        Objects.requireNonNull(disabledAccounts, "disabledAccounts");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(savedAt, "savedAt");
        customFields = customFields == null ? List.of() : List.copyOf(customFields);
        if (revision <= 0) {
            throw new IllegalArgumentException("revisions start at 1");
        }
    }

    @Override
    public RecordKey key() {
        return RecordKey.of(company);
    }
}
