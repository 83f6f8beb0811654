package com.learnamp.entra.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The tokens that are out, by their SHA-256. They are looked up before a company is known. */
@ApplicationScoped
public class AccessTokens {

    /** Those that have expired by then go at the same time. */
    @Transactional
    public void save(byte[] hash, AccessToken token) {
        AccessTokenRow.delete("expiresAt <= ?1", token.createdAt());
        AccessTokenRow.of(hash, token).persist();
    }

    @Transactional
    public Optional<AccessToken> find(byte[] hash, Instant now) {
        return AccessTokenRow.<AccessTokenRow>find("tokenHash = ?1 and expiresAt > ?2", hash, now)
                .firstResultOptional()
                .map(AccessTokenRow::token);
    }
}
