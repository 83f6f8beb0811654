package com.learnamp.entra.console.signin;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The console as it is where people sign in at their organisation's provider: the simulated Entra.
 */
public final class SignInElsewhereProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "console.oidc.enabled", "true",
                "console.oidc.issuer",
                        "${GRAPH_LOGIN_URL}/3f9c1a52-7d84-4e06-b1a9-5c2e8f0d7b61/v2.0",
                "console.oidc.client-id", "${GRAPH_CLIENT_ID}",
                "console.oidc.client-secret", "${GRAPH_CLIENT_SECRET}",
                "console.oidc.certificate-authority", "${GRAPH_LOGIN_CA}",
                "console.oidc.trust-unverified-email", "true");
    }
}
