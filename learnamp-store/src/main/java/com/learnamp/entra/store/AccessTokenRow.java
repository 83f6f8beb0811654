package com.learnamp.entra.store;

import com.learnamp.entra.contracts.CompanyId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code learnamp.access_tokens}. */
@Entity
@NullUnmarked
@Table(schema = "learnamp", name = "access_tokens")
class AccessTokenRow extends PanacheEntityBase {

    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "company_id")
    Long companyId;

    List<String> scopes;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    static AccessTokenRow of(byte[] tokenHash, AccessToken token) {
        AccessTokenRow row = new AccessTokenRow();
        row.tokenHash = tokenHash.clone();
        row.clientId = token.clientId();
        row.companyId = token.company().map(CompanyId::value).orElse(null);
        row.scopes = token.scopes().stream().sorted().toList();
        row.createdAt = token.createdAt();
        row.expiresAt = token.expiresAt();
        return row;
    }

    AccessToken token() {
        return new AccessToken(
                clientId,
                companyId == null ? null : new CompanyId(companyId),
                Set.copyOf(scopes),
                createdAt,
                expiresAt);
    }
}
