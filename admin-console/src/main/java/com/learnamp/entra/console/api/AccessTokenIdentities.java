package com.learnamp.entra.console.api;

import com.learnamp.entra.store.AccessToken;
import com.learnamp.entra.store.AccessTokens;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/** Knows a caller by the token: its client's id is the name, its scopes are the roles. */
@ApplicationScoped
class AccessTokenIdentities implements IdentityProvider<AccessTokenRequest> {

    /** The attribute that holds the token's company, a {@code CompanyId}; none for operations. */
    static final String COMPANY = "company";

    private final AccessTokens tokens;
    private final Clock clock;

    AccessTokenIdentities(AccessTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Class<AccessTokenRequest> getRequestType() {
        return AccessTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            AccessTokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() ->
                tokens.find(OpaqueToken.hash(request.token()), clock.instant())
                        .map(AccessTokenIdentities::identity)
                        .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(AccessToken token) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(token.clientId()))
                        .addRoles(roles(token.scopes()));
        token.company().ifPresent(company -> identity.addAttribute(COMPANY, company));
        return identity.build();
    }

    /** Whoever may read people and teams may read who is in a team. */
    private static Set<String> roles(Set<String> scopes) {
        Set<String> roles = new HashSet<>(scopes);
        if (scopes.containsAll(Set.of(Scopes.USERS_READ, Scopes.TEAMS_READ))) {
            roles.add(Scopes.TEAM_USERS_READ);
        }
        return roles;
    }
}
