package com.learnamp.entra.store;

import com.learnamp.entra.contracts.CompanyId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that may ask for tokens.
 *
 * @param owner null for Learn Amp's operations, who work across companies
 * @param secretHash as the hashing library writes it, salt and cost included
 * @param scopes the most that its tokens may have
 */
public record ApiClient(
        String clientId,
        @Nullable CompanyId owner,
        String name,
        String secretHash,
        Set<String> scopes) {

    public ApiClient {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(secretHash, "secretHash");
        scopes = Set.copyOf(scopes);
    }

    public Optional<CompanyId> company() {
        return Optional.ofNullable(owner);
    }

    @Override
    public String toString() {
        return "ApiClient[" + clientId + "]";
    }
}
