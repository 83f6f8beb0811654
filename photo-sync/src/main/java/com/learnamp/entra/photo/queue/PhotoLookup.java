package com.learnamp.entra.photo.queue;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claimed row of {@code provisioning.photo_lookups}.
 *
 * @param tenant that the company had when it was asked
 * @param command version of the command that asked
 * @param afresh whether it is asked for even if there was none a short while ago
 * @param generation moves with each command; a row is done only if it is still this one
 * @param attempts with this one
 * @param trace that the command came with
 */
public record PhotoLookup(
        CompanyId company,
        EntraObjectId user,
        UUID tenant,
        Action action,
        Version command,
        String cause,
        @Nullable UUID run,
        @Nullable Instant noticedAt,
        boolean afresh,
        long generation,
        int attempts,
        @Nullable String trace) {

    /** What was asked. */
    public enum Action {
        SYNC,
        REMOVE
    }

    public PhotoLookup {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(cause, "cause");
    }
}
