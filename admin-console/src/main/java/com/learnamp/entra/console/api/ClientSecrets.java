package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.ApiClient;
import com.learnamp.entra.store.ApiClients;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives clients their secrets and knows them again by these; a secret is kept as a bcrypt hash. */
@ApplicationScoped
public class ClientSecrets {

    /** Compared with when there is no such client, so that both answers take the same time. */
    private static final String NOBODY = BcryptUtil.bcryptHash(OpaqueToken.create());

    private final ApiClients clients;

    ClientSecrets(ApiClients clients) {
        this.clients = clients;
    }

    /**
     * Adds a client, or gives an existing one another secret and other scopes.
     *
     * @param company null for Learn Amp's operations
     * @return the secret, which is to be had only this once
     */
    public String issue(
            String clientId, @Nullable CompanyId company, String name, Set<String> scopes) {
        String secret = OpaqueToken.create();
        save(clientId, secret, company, name, scopes);
        return secret;
    }

    /** As {@link #issue}, with a secret that was chosen elsewhere. */
    public void save(
            String clientId,
            String secret,
            @Nullable CompanyId company,
            String name,
            Set<String> scopes) {
        if (!Scopes.ALL.containsAll(scopes)) {
            throw new IllegalArgumentException("scopes are of " + Scopes.ALL + ", not " + scopes);
        }
        clients.save(new ApiClient(clientId, company, name, BcryptUtil.bcryptHash(secret), scopes));
    }

    Optional<ApiClient> authenticate(String clientId, String secret) {
        // PostgreSQL has no text with a zero in it, and so no such client.
        Optional<ApiClient> client =
                clientId.indexOf('\0') < 0 ? clients.find(clientId) : Optional.empty();
        boolean right =
                BcryptUtil.matches(secret, client.map(ApiClient::secretHash).orElse(NOBODY));
        return client.filter(_ -> right);
    }
}
