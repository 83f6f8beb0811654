package com.learnamp.entra.simulator.login;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Apps may send their secret in the form, or in the header; here it is always in the form. */
final class ClientAuthentication {

    private static final String BASIC = "Basic ";

    private ClientAuthentication() {}

    static MultiMap form(HttpServerRequest request) {
        MultiMap form = MultiMap.caseInsensitiveMultiMap().addAll(request.formAttributes());
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith(BASIC)) {
            String[] parts = decoded(header.substring(BASIC.length())).split(":", 2);
            form.set("client_id", URLDecoder.decode(parts[0], StandardCharsets.UTF_8));
            if (parts.length == 2) {
                form.set("client_secret", URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static String decoded(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw LoginProblem.missing("client_id");
        }
    }
}
