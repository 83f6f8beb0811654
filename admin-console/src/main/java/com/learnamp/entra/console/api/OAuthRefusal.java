package com.learnamp.entra.console.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Why there is no token, in the shape of RFC 6749, section 5.2. */
final class OAuthRefusal extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    private OAuthRefusal(Response answer) {
        super("no token", answer);
    }

    static OAuthRefusal invalidRequest(String description) {
        return new OAuthRefusal(answer(400, "invalid_request", description).build());
    }

    static OAuthRefusal unsupportedGrantType() {
        return new OAuthRefusal(
                answer(400, "unsupported_grant_type", "The only grant type is client_credentials.")
                        .build());
    }

    static OAuthRefusal invalidScope(String description) {
        return new OAuthRefusal(answer(400, "invalid_scope", description).build());
    }

    static OAuthRefusal invalidClient() {
        return new OAuthRefusal(
                answer(401, "invalid_client", "The client is unknown or its secret is wrong.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Learn Amp\"")
                        .build());
    }

    static OAuthRefusal tooMany(Duration wait) {
        return new OAuthRefusal(
                answer(429, "invalid_client", "Too many wrong secrets; try again later.")
                        .header(HttpHeaders.RETRY_AFTER, wait.toSeconds())
                        .build());
    }

    private static Response.ResponseBuilder answer(int status, String error, String description) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Refusal(error, description));
    }

    record Refusal(String error, @JsonProperty("error_description") String description) {}
}
