package com.learnamp.entra.simulator.login;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents by which clients find their way around the login. */
final class Discovery {

    private Discovery() {}

    /**
     * @param tenant what the client wrote in the path
     * @param issuerTenant the tenant's id; {@code {tenantid}}, as Entra has it, when any tenant may
     *     sign in
     */
    static Map<String, Object> openId(String base, String tenant, String issuerTenant) {
        String here = base + "/" + tenant;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("token_endpoint", here + "/oauth2/v2.0/token");
        document.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_post", "client_secret_basic", "private_key_jwt"));
        document.put("jwks_uri", here + "/discovery/v2.0/keys");
        document.put("response_modes_supported", List.of("query", "fragment", "form_post"));
        document.put("subject_types_supported", List.of("pairwise"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("response_types_supported", List.of("code"));
        document.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("issuer", base + "/" + issuerTenant + "/v2.0");
        document.put("request_uri_parameter_supported", false);
        document.put("authorization_endpoint", here + "/oauth2/v2.0/authorize");
        document.put("http_logout_supported", true);
        document.put("frontchannel_logout_supported", true);
        document.put("end_session_endpoint", here + "/oauth2/v2.0/logout");
        document.put(
                "claims_supported",
                List.of(
                        "sub",
                        "iss",
                        "aud",
                        "exp",
                        "iat",
                        "nonce",
                        "preferred_username",
                        "name",
                        "tid",
                        "oid",
                        "wids",
                        "ver"));
        document.put("tenant_region_scope", "EU");
        return document;
    }

    static Map<String, Object> instance(String base, String host) {
        return Map.of(
                "tenant_discovery_endpoint",
                base + "/common/v2.0/.well-known/openid-configuration",
                "api-version",
                "1.1",
                "metadata",
                List.of(
                        Map.of(
                                "preferred_network", host,
                                "preferred_cache", host,
                                "aliases", List.of(host))));
    }
}
