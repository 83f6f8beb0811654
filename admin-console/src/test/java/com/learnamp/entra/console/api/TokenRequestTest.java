package com.learnamp.entra.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRequestTest {

    private static final Map<String, List<String>> COMPLETE =
            Map.of(
                    "grant_type", List.of("client_credentials"),
                    "client_id", List.of("reader"),
                    "client_secret", List.of("s3cret"),
                    "scope", List.of(" users:read  teams:read users:read"));

    @Test
    void theBodyMayNameTheClient() {
        assertThat(TokenRequest.of(COMPLETE, null))
                .isEqualTo(
                        new TokenRequest("reader", "s3cret", Set.of("users:read", "teams:read")));
    }

    @Test
    void httpBasicMayNameTheClient() {
        assertThat(TokenRequest.of(only("grant_type"), basic("a%3Ab:c%20d+e:f")))
                .isEqualTo(new TokenRequest("a:b", "c d e:f", Set.of()));
        assertThat(TokenRequest.of(only("grant_type", "client_id"), basic("reader:s3cret")))
                .isEqualTo(new TokenRequest("reader", "s3cret", Set.of()));
    }

    @Test
    void theSecretComesInOneWayOnly() {
        assertThat(refusal(COMPLETE, basic("reader:s3cret"))).isEqualTo("invalid_request");
        assertThat(refusal(only("grant_type", "client_id"), basic("other:s3cret")))
                .isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic %%%", "Basic Og==", "Basic /w==", "Bearer x"})
    void anythingElseInTheHeaderNamesNoClient(String header) {
        assertThat(refusal(only("grant_type"), header)).isEqualTo("invalid_client");
    }

    @Test
    void aMissingClientIsNoClient() {
        assertThat(refusal(only("grant_type", "client_id"), null)).isEqualTo("invalid_client");
        assertThat(refusal(only("grant_type", "client_secret"), null)).isEqualTo("invalid_client");
    }

    @Test
    void aMissingOrAnotherGrantIsNotGiven() {
        assertThat(refusal(only("client_id"), null)).isEqualTo("invalid_request");
        Map<String, List<String>> password = new HashMap<>(COMPLETE);
        password.put("grant_type", List.of("password"));
        assertThat(refusal(password, null)).isEqualTo("unsupported_grant_type");
    }

    @Test
    void nothingIsSaidTwice() {
        Map<String, List<String>> twice = new HashMap<>(COMPLETE);
        twice.put("scope", List.of("users:read", "ops"));

        assertThat(refusal(twice, null)).isEqualTo("invalid_request");
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(TokenRequest.of(COMPLETE, null).toString()).doesNotContain("s3cret");
    }

    private static Map<String, List<String>> only(String... names) {
        Map<String, List<String>> some = new HashMap<>(COMPLETE);
        some.keySet().retainAll(Set.of(names));
        return some;
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(
            Map<String, List<String>> fields, @org.jspecify.annotations.Nullable String header) {
        OAuthRefusal refusal =
                catchThrowableOfType(OAuthRefusal.class, () -> TokenRequest.of(fields, header));
        return ((OAuthRefusal.Refusal) refusal.getResponse().getEntity()).error();
    }
}
