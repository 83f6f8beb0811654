package com.learnamp.entra.console.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.learnamp.entra.store.AccessToken;
import com.learnamp.entra.store.AccessTokens;
import com.learnamp.entra.store.ApiClient;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/**
 * Gives tokens to programs.
 *
 * <table>
 *   <caption>The flow</caption>
 *   <tr><td>in</td><td>{@code POST /oauth/token}: client credentials (RFC 6749, section 4.4), as a
 *       form of either kind or as JSON</td></tr>
 *   <tr><td>out</td><td>an opaque bearer token</td></tr>
 *   <tr><td>state</td><td>{@code learnamp.access_tokens}: the token's SHA-256, until it expires</td></tr>
 *   <tr><td>duplicates</td><td>each request gets a token of its own</td></tr>
 *   <tr><td>order</td><td>none</td></tr>
 *   <tr><td>permanent failure</td><td>400 or 401 in the RFC's shape; 429 after many wrong secrets</td></tr>
 *   <tr><td>transient failure</td><td>a 5xx; the client asks again</td></tr>
 * </table>
 */
@Path("/oauth/token")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class IssueTokens {

    static final Duration LIFETIME = Duration.ofSeconds(7200);

    private final ClientSecrets secrets;
    private final RefusedClients refused;
    private final AccessTokens tokens;
    private final ObjectMapper json;
    private final Clock clock;

    IssueTokens(
            ClientSecrets secrets,
            RefusedClients refused,
            AccessTokens tokens,
            ObjectMapper json,
            Clock clock) {
        this.secrets = secrets;
        this.refused = refused;
        this.tokens = tokens;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TokenAnswer fromForm(
            String form, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return issue(TokenRequest.of(pairs(form), authorization));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public TokenAnswer fromParts(
            MultipartFormDataInput form,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Map<String, List<String>> fields = new HashMap<>();
        form.getValues().forEach((name, values) -> fields.put(name, texts(values)));
        return issue(TokenRequest.of(fields, authorization));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public TokenAnswer fromJson(
            String body, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return issue(TokenRequest.of(fields(body), authorization));
    }

    /** A form in parts that ends in the middle of one. */
    @ServerExceptionMapper
    public Response unreadable(IOException e) {
        return OAuthRefusal.invalidRequest("The body is no form.").getResponse();
    }

    private TokenAnswer issue(TokenRequest request) {
        ApiClient client = authenticate(request);
        Set<String> scopes = grant(client.scopes(), request.scopes());
        Instant now = clock.instant();
        String token = OpaqueToken.create();
        tokens.save(
                OpaqueToken.hash(token),
                new AccessToken(
                        client.clientId(),
                        client.company().orElse(null),
                        scopes,
                        now,
                        now.plus(LIFETIME)));
        return new TokenAnswer(
                token,
                "Bearer",
                LIFETIME.toSeconds(),
                String.join(" ", new TreeSet<>(scopes)),
                now.getEpochSecond());
    }

    private ApiClient authenticate(TokenRequest request) {
        if (refused.areTooMany(request.clientId())) {
            throw OAuthRefusal.tooMany(RefusedClients.WITHIN);
        }
        return secrets.authenticate(request.clientId(), request.clientSecret())
                .orElseThrow(() -> {
                    refused.add(request.clientId());
                    return OAuthRefusal.invalidClient();
                });
    }

    /**
     * @param allowed what the client may have
     * @param asked what it wants; nothing means {@code public}
     */
    static Set<String> grant(Set<String> allowed, Set<String> asked) {
        Set<String> wanted = asked.isEmpty() ? Set.of(Scopes.PUBLIC) : asked;
        if (!allowed.containsAll(wanted)) {
            throw OAuthRefusal.invalidScope(
                    asked.isEmpty()
                            ? "This client must name the scopes that it wants."
                            : "This client may not have all of these scopes. It lacks: "
                                    + lacking(allowed, wanted));
        }
        return wanted;
    }

    /** What there is no scope of is not repeated. */
    private static String lacking(Set<String> allowed, Set<String> wanted) {
        return Scopes.ALL.stream()
                .filter(scope -> wanted.contains(scope) && !allowed.contains(scope))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, List<String>> pairs(String form) {
        try {
            return new QueryStringDecoder(form, false).parameters();
        } catch (IllegalArgumentException e) {
            throw OAuthRefusal.invalidRequest("The body is no form.");
        }
    }

    private Map<String, List<String>> fields(String body) {
        try {
            Map<String, List<String>> fields = new HashMap<>();
            @Nullable JsonNode tree = json.readTree(body);
            if (tree == null || !tree.isObject()) {
                throw OAuthRefusal.invalidRequest("The body is no JSON object.");
            }
            tree.properties()
                    .forEach(field ->
                            fields.put(field.getKey(), List.of(field.getValue().asText())));
            return fields;
        } catch (JsonProcessingException e) {
            throw OAuthRefusal.invalidRequest("The body is no JSON object.");
        }
    }

    private static List<String> texts(Collection<FormValue> values) {
        return values.stream()
                .filter(value -> !value.isFileItem())
                .map(FormValue::getValue)
                .toList();
    }

    record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            String scope,
            @JsonProperty("created_at") long createdAt) {

        @Override
        public String toString() {
            return "TokenAnswer[redacted]";
        }
    }
}
