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

    private boolean holds(JWTClaimsSet claims) {
        Date expiry = claims.getExpirationTime();
        return expiry != null
                && expiry.toInstant().isAfter(clock.instant())
                && claims.getAudience().contains(GRAPH);
    }

    private Optional<Caller> caller(JWTClaimsSet claims) {
        try {
            List<String> roles = claims.getStringListClaim("roles");
            String clientId = claims.getStringClaim("appid");
            Instant issued = Instant.ofEpochMilli(claims.getLongClaim(ISSUED_MILLIS));
            return tenants.find(Objects.requireNonNullElse(claims.getStringClaim("tid"), ""))
                    .filter(tenant -> tenant.accepts(issued))
                    .map(tenant -> new Caller(tenant, clientId, rolesOf(roles)));
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }

    private static Set<String> rolesOf(@org.jspecify.annotations.Nullable List<String> roles) {
        return roles == null ? Set.of() : Set.copyOf(roles);
    }
}
