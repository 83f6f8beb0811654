package com.learnamp.entra.console.api;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for a token, as RFC 6749 has it; the client's secret comes in the body or by HTTP
 * Basic, not both.
 *
 * @param scopes as asked for; empty when none was named
 */
record TokenRequest(String clientId, String clientSecret, Set<String> scopes) {

    private static final String BASIC = "Basic ";

    TokenRequest {
        scopes = Set.copyOf(scopes);
    }

    /**
     * @param fields of the body
     * @param authorization the header
     * @throws OAuthRefusal if it is not one
     */
    static TokenRequest of(Map<String, List<String>> fields, @Nullable String authorization) {
        String grantType =
                single(fields, "grant_type")
                        .orElseThrow(() -> OAuthRefusal.invalidRequest("grant_type is missing."));
        if (!grantType.equals("client_credentials")) {
            throw OAuthRefusal.unsupportedGrantType();
        }
        Set<String> scopes = scopes(single(fields, "scope").orElse(""));
        Optional<String> id = single(fields, "client_id");
        Optional<String> secret = single(fields, "client_secret");
        if (authorization == null) {
            return new TokenRequest(
                    id.orElseThrow(OAuthRefusal::invalidClient),
                    secret.orElseThrow(OAuthRefusal::invalidClient),
                    scopes);
        }
        if (secret.isPresent()) {
            throw OAuthRefusal.invalidRequest("The client's secret was given twice.");
        }
        String[] basic = basic(authorization);
        if (id.isPresent() && !id.get().equals(basic[0])) {
            throw OAuthRefusal.invalidRequest("Two different clients were named.");
        }
        return new TokenRequest(basic[0], basic[1], scopes);
    }

    private static Optional<String> single(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw OAuthRefusal.invalidRequest(name + " was given more than once.");
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    private static Set<String> scopes(String text) {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(text.split(" ", -1)));
        scopes.remove("");
        return scopes;
    }

    /** Id and secret are form-encoded within the credentials: section 2.3.1. */
    private static String[] basic(String authorization) {
        try {
            if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
                byte[] bytes =
                        Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
                String pair =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString();
                int colon = pair.indexOf(':');
                if (colon > 0) {
                    return new String[] {
                        URLDecoder.decode(pair.substring(0, colon), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(colon + 1), StandardCharsets.UTF_8)
                    };
                }
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw OAuthRefusal.invalidClient();
        }
        throw OAuthRefusal.invalidClient();
    }

    /** The secret stays where it is. */
    @Override
    public String toString() {
        return "TokenRequest[" + clientId + "]";
    }
}
