package com.learnamp.entra.console.api;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** That somebody shows a token. */
final class AccessTokenRequest extends BaseAuthenticationRequest {

    private final String token;

    AccessTokenRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
