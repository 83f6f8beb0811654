package com.learnamp.entra.simulator.login;

import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.Tenants;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Access tokens for Graph. */
public final class AccessTokens {

    static final String GRAPH = "https://graph.microsoft.com";

    /** The moment of issue to the millisecond, so that revoking tokens is exact. */
    private static final String ISSUED_MILLIS = "sim_iat_ms";

    private final SigningKey key;
    private final Tenants tenants;
    private final InstantSource clock;

    public AccessTokens(SigningKey key, Tenants tenants, InstantSource clock) {
        this.key = key;
        this.tenants = tenants;
        this.clock = clock;
    }

    String issue(Tenant tenant, String clientId, Set<String> roles) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .audience(GRAPH)
                        .issuer("https://sts.windows.net/" + tenant.id() + "/")
                        .issueTime(Date.from(now))
                        .notBeforeTime(Date.from(now))
                        .expirationTime(
                                Date.from(now.plusSeconds(tenant.faults().tokenLifetimeSeconds())))
                        .claim("appid", clientId)
                        .claim("appidacr", "1")
                        .claim("idtyp", "app")
                        .claim("tid", tenant.id())
                        .claim("uti", UUID.randomUUID().toString())
                        .claim("ver", "1.0")
                        .claim(ISSUED_MILLIS, now.toEpochMilli());
        if (!roles.isEmpty()) {
            claims.claim("roles", List.copyOf(roles));
        }
        return key.sign(claims.build());
    }

    /** The caller, if the token is good at this moment. */
    public Optional<Caller> caller(String token) {
        return key.claims(token).filter(this::holds).flatMap(this::caller);
    }

    /** Whether the token would be good, had its tenant not taken back all tokens since. */
    public boolean isRevoked(String token) {
        return key.claims(token)
                .filter(this::holds)
                .flatMap(AccessTokens::issue)
                .filter(issue ->
                        tenants.find(issue.tenantId())
                                .filter(tenant -> !tenant.accepts(issue.at()))
                                .isPresent())
                .isPresent();
    }

    private boolean holds(JWTClaimsSet claims) {
        Date expiry = claims.getExpirationTime();
        return expiry != null
                && expiry.toInstant().isAfter(clock.instant())
                && claims.getAudience().contains(GRAPH);
    }

    private Optional<Caller> caller(JWTClaimsSet claims) {
        return issue(claims)
                .flatMap(issue ->
                        tenants.find(issue.tenantId())
                                .filter(tenant -> tenant.accepts(issue.at()))
                                .map(tenant ->
                                        new Caller(tenant, issue.clientId(), issue.roles())));
    }

    private record Issue(String tenantId, String clientId, Set<String> roles, Instant at) {}

    private static Optional<Issue> issue(JWTClaimsSet claims) {
        try {
            List<String> roles = claims.getStringListClaim("roles");
            return Optional.of(
                    new Issue(
                            Objects.requireNonNullElse(claims.getStringClaim("tid"), ""),
                            Objects.requireNonNullElse(claims.getStringClaim("appid"), ""),
                            roles == null ? Set.of() : Set.copyOf(roles),
                            Instant.ofEpochMilli(claims.getLongClaim(ISSUED_MILLIS))));
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }
}
