package com.learnamp.entra.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls the API, by the bearer token of RFC 6750. Pages are not its business: there a token
 * opens nothing, and the challenge is left to whoever signs people in.
 */
@ApplicationScoped
class AccessTokenMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"Learn Amp\"";
    private static final String BAD_TOKEN = CHALLENGE + ", error=\"invalid_token\"";
    static final String LACKS_SCOPE = CHALLENGE + ", error=\"insufficient_scope\"";
    private static final int UNAUTHORIZED = 401;

    private final ObjectMapper json;

    AccessTokenMechanism(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identities) {
        Optional<String> token = token(context);
        if (token.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        // So that the challenge to a token that is refused comes from here, and from nobody else.
        context.put(HttpAuthenticationMechanism.class.getName(), this);
        return identities.authenticate(new AccessTokenRequest(token.get()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return ApiPaths.contain(context.normalizedPath())
                ? Uni.createFrom().item(challenge(context))
                : Uni.createFrom().nullItem();
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return getChallenge(context)
                .map(challenge -> challenge != null && send(challenge, context));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(AccessTokenRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(
                        new HttpCredentialTransport(
                                HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    /** Before whoever would send a program to a page where people sign in. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY * 2;
    }

    private boolean send(ChallengeData challenge, RoutingContext context) {
        new ChallengeSender(context).apply(challenge);
        ErrorAnswer answer =
                token(context).isPresent()
                        ? ErrorAnswer.of("The access token is unknown or has expired")
                        : ErrorAnswer.ofStatus(UNAUTHORIZED);
        context.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .end(write(answer));
        return true;
    }

    private String write(ErrorAnswer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an error of two strings can't be written", e);
        }
    }

    private static ChallengeData challenge(RoutingContext context) {
        return new ChallengeData(
                UNAUTHORIZED,
                HttpHeaderNames.WWW_AUTHENTICATE,
                token(context).isPresent() ? BAD_TOKEN : CHALLENGE);
    }

    private static Optional<String> token(RoutingContext context) {
        @Nullable String header = context.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        return header != null
                        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                        && ApiPaths.contain(context.normalizedPath())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
