package com.learnamp.entra.simulator.login;

import com.learnamp.entra.simulator.directory.DirectoryObject;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.Tenants;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** People who signed in: codes that are good once, and the id tokens they become. */
final class SignIns {

    /** Role template ids that every tenant has. */
    static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

    static final String ORDINARY_USER = "b79fbf4d-3ef9-4689-8143-76b194e85509";

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    private static final Duration ID_TOKEN_LIFETIME = Duration.ofHours(1);

    /**
     * What a client asked for when it sent the browser here.
     *
     * @param challenge the PKCE code challenge, S256; null if the client sent none
     */
    record Request(
            String clientId,
            String redirectUri,
            String scope,
            @Nullable String nonce,
            @Nullable String challenge) {}

    private record Code(Request request, Tenant tenant, String personId, Instant goodUntil) {}

    private final SigningKey key;
    private final Tenants tenants;
    private final InstantSource clock;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    SignIns(SigningKey key, Tenants tenants, InstantSource clock) {
        this.key = key;
        this.tenants = tenants;
        this.clock = clock;
    }

    String code(Request request, Tenant tenant, String personId) {
        String code = "0.A" + UUID.randomUUID() + UUID.randomUUID();
        codes.values().removeIf(old -> old.goodUntil().isBefore(clock.instant()));
        codes.put(code, new Code(request, tenant, personId, clock.instant().plus(CODE_LIFETIME)));
        return code;
    }

    Map<String, Object> redeem(
            String tenantName,
            String offered,
            String redirectUri,
            @Nullable String verifier,
            String clientId,
            String issuerBase) {
        Code code = codes.remove(offered);
        if (code == null || !code.request().clientId().equals(clientId)) {
            throw LoginProblem.invalidGrant(
                    54005, "OAuth2 Authorization code was already redeemed, please retry.");
        }
        if (code.goodUntil().isBefore(clock.instant())) {
            throw LoginProblem.invalidGrant(
                    70008, "The provided authorization code has expired due to inactivity.");
        }
        if (!code.request().redirectUri().equals(redirectUri)) {
            throw LoginProblem.invalidGrant(
                    500112,
                    "The reply address '"
                            + redirectUri
                            + "' does not match the reply address provided when requesting"
                            + " Authorization code.");
        }
        requireTenant(tenantName, code.tenant());
        requireVerifier(code.request().challenge(), verifier);
        return tokens(code, issuerBase);
    }

    private void requireTenant(String name, Tenant tenant) {
        boolean any = LoginRoutes.ANY_TENANT.contains(name);
        if (!any && tenants.find(name).filter(found -> found == tenant).isEmpty()) {
            throw LoginProblem.invalidGrant(
                    50058, "The code was issued by another tenant than '" + name + "'.");
        }
    }

    private static void requireVerifier(@Nullable String challenge, @Nullable String verifier) {
        if (challenge != null && (verifier == null || !challenge.equals(hash(verifier)))) {
            throw LoginProblem.invalidGrant(
                    50148,
                    "The code_verifier does not match the code_challenge supplied in the"
                            + " authorization request for PKCE.");
        }
    }

    private static String hash(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Object> tokens(Code code, String issuerBase) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("scope", code.request().scope());
        answer.put("expires_in", ID_TOKEN_LIFETIME.toSeconds());
        answer.put("ext_expires_in", ID_TOKEN_LIFETIME.toSeconds());
        answer.put("access_token", key.sign(userInfoClaims(code, issuerBase)));
        answer.put("id_token", key.sign(idClaims(code, issuerBase)));
        return answer;
    }

    private JWTClaimsSet userInfoClaims(Code code, String issuerBase) {
        return claims(code, issuerBase, "00000003-0000-0000-c000-000000000000").build();
    }

    private JWTClaimsSet idClaims(Code code, String issuerBase) {
        DirectoryObject person = person(code);
        boolean administrator = code.tenant().administrators().contains(person.id());
        JWTClaimsSet.Builder claims =
                claims(code, issuerBase, code.request().clientId())
                        .claim("name", person.displayName())
                        .claim("preferred_username", person.value("userPrincipalName"))
                        .claim("email", person.value("mail"))
                        .claim(
                                "wids",
                                administrator
                                        ? List.of(GLOBAL_ADMINISTRATOR, ORDINARY_USER)
                                        : List.of(ORDINARY_USER));
        if (code.request().nonce() != null) {
            claims.claim("nonce", code.request().nonce());
        }
        return claims.build();
    }

    private JWTClaimsSet.Builder claims(Code code, String issuerBase, String audience) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuerBase + "/" + code.tenant().id() + "/v2.0")
                .audience(audience)
                .subject(
                        UUID.nameUUIDFromBytes(
                                        (audience + code.personId())
                                                .getBytes(StandardCharsets.UTF_8))
                                .toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ID_TOKEN_LIFETIME)))
                .claim("oid", code.personId())
                .claim("tid", code.tenant().id())
                .claim("uti", UUID.randomUUID().toString())
                .claim("ver", "2.0");
    }

    private static DirectoryObject person(Code code) {
        return code.tenant()
                .directory()
                .now()
                .live(code.personId())
                .map(Entry::object)
                .orElseThrow(() ->
                        LoginProblem.invalidGrant(
                                50034, "The user account does not exist in the tenant."));
    }
}
