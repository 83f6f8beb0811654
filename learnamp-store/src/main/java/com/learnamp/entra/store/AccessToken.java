package com.learnamp.entra.store;

import com.learnamp.entra.contracts.CompanyId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token allows; the token itself is nowhere.
 *
 * @param owner the company whose data it opens; null for Learn Amp's operations
 */
public record AccessToken(
        String clientId,
        @Nullable CompanyId owner,
        Set<String> scopes,
        Instant createdAt,
        Instant expiresAt) {

    public AccessToken {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        scopes = Set.copyOf(scopes);
    }

    public Optional<CompanyId> company() {
        return Optional.ofNullable(owner);
    }
}
