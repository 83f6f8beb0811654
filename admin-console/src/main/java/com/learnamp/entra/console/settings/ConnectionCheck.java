package com.learnamp.entra.console.settings;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tenant and a group can be read, as it was asked.
 *
 * @param answer null while graph-fetcher has not answered
 */
public record ConnectionCheck(
        UUID id,
        EntraTenantId tenant,
        EntraObjectId group,
        Instant requestedAt,
        @Nullable Answer answer) {

    /** What graph-fetcher found. */
    public record Answer(
            Outcome outcome,
            String message,
            @Nullable String groupName,
            @Nullable String tenantName,
            Instant checkedAt) {}

    /** What is so, or the first thing that is wrong. */
    public enum Outcome {
        OK,
        TENANT_UNKNOWN,
        APP_UNKNOWN,
        CONSENT_MISSING,
        SECRET_WRONG,
        GROUP_NOT_FOUND,
        GROUP_UNSUITABLE,
        GROUP_EMPTY,
        UNREACHABLE;

        /** Whether the group is what has to be put right; else it is the directory. */
        public boolean isAboutTheGroup() {
            return this == GROUP_NOT_FOUND || this == GROUP_UNSUITABLE || this == GROUP_EMPTY;
        }
    }

    public ConnectionCheck {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(requestedAt, "requestedAt");
    }
}
