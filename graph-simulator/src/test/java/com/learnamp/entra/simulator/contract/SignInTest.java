package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Facts §8: signing in with a code and PKCE, and consenting. */
class SignInTest {

    private static final String BACK = "http://127.0.0.1:1/callback";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-standard-4242";
    private static final String ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

    private static GraphSimulator simulator;
    private static GraphConversation graph;

    @BeforeAll
    static void start() {
        simulator = GraphSimulator.start(SimulatorOptions.forTests().withPeople(20));
        graph = new GraphConversation(Target.of(simulator));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void anAdministratorGetsAnIdTokenThatProvesTenantAndRole() throws Exception {
        String administrator = simulator.tenant().administrators().iterator().next();
        Map<String, String> back = signInAs(simulator.tenantId(), administrator);
        assertThat(back).containsEntry("state", "s t&");
        JsonNode tokens = redeem(back.get("code"), VERIFIER).json();
        JsonNode claims = verified(tokens.path("id_token").asText());
        assertThat(claims.path("iss").asText())
                .isEqualTo(simulator.loginUrl() + "/" + simulator.tenantId() + "/v2.0");
        assertThat(claims.path("aud").asText()).isEqualTo(simulator.clientId());
        assertThat(claims.path("tid").asText()).isEqualTo(simulator.tenantId());
        assertThat(claims.path("oid").asText()).isEqualTo(administrator);
        assertThat(claims.path("nonce").asText()).isEqualTo("n-1");
        assertThat(claims.path("preferred_username").asText()).contains("@");
        assertThat(claims.path("wids").toString()).contains(ADMINISTRATOR);
    }

    @Test
    void anyoneElseHasNoAdministratorsRole() throws Exception {
        String plain =
                simulator
                        .directory()
                        .now()
                        .list(
                                entry ->
                                        entry.kind()
                                                        == com.learnamp.entra.simulator.directory
                                                                .ObjectKind.USER
                                                && !simulator
                                                        .tenant()
                                                        .administrators()
                                                        .contains(entry.id()),
                                -1,
                                1)
                        .getFirst()
                        .id();
        Map<String, String> back = signInAs("organizations", plain);
        JsonNode tokens = redeem(back.get("code"), VERIFIER).json();
        assertThat(verified(tokens.path("id_token").asText()).path("wids").toString())
                .doesNotContain(ADMINISTRATOR);
    }

    @Test
    void aCodeIsGoodOnceAndOnlyWithItsVerifier() throws Exception {
        String person = simulator.tenant().administrators().iterator().next();
        String code = signInAs(simulator.tenantId(), person).get("code");
        assertThat(redeem(code, "another-verifier").json().path("error").asText())
                .isEqualTo("invalid_grant");
        assertThat(redeem(code, VERIFIER).status()).isEqualTo(400);
        String fresh = signInAs(simulator.tenantId(), person).get("code");
        assertThat(redeem(fresh, VERIFIER).status()).isEqualTo(200);
        assertThat(redeem(fresh, VERIFIER).status()).isEqualTo(400);
    }

    @Test
    void thePageOffersPeopleToSignInAs() throws Exception {
        Reply page = graph.get(authorize(simulator.tenantId()));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Global Administrator")
                .contains(simulator.tenant().administrators().iterator().next());
    }

    @Test
    void consentGivenOrRefusedComesBackInBothWays() {
        assertThat(consent("adminconsent", "accept"))
                .containsEntry("admin_consent", "True")
                .containsEntry("tenant", simulator.tenantId())
                .containsEntry("state", "s1");
        assertThat(consent("adminconsent", "cancel"))
                .containsEntry("error", "permission_denied")
                .doesNotContainKey("admin_consent");
        assertThat(consent("v2.0/adminconsent", "cancel"))
                .containsEntry("error", "consent_required")
                .containsEntry("admin_consent", "True");
        assertThat(consent("v2.0/adminconsent", "accept")).containsKey("scope");
    }

    private static Map<String, String> consent(String endpoint, String answer) {
        Reply reply =
                graph.form(
                        simulator.loginUrl() + "/" + simulator.tenantId() + "/" + endpoint,
                        Map.of(
                                "client_id",
                                simulator.clientId(),
                                "redirect_uri",
                                BACK,
                                "state",
                                "s1",
                                "scope",
                                "https://graph.microsoft.com/.default",
                                "sim_answer",
                                answer));
        return query(reply);
    }

    private static Map<String, String> signInAs(String tenant, String person) throws Exception {
        Map<String, String> form = parameters();
        form.put("sim_tenant", simulator.tenantId());
        form.put("sim_person", person);
        return query(
                graph.form(simulator.loginUrl() + "/" + tenant + "/oauth2/v2.0/authorize", form));
    }

    private static String authorize(String tenant) throws Exception {
        return simulator.loginUrl()
                + "/"
                + tenant
                + "/oauth2/v2.0/authorize?"
                + parameters().entrySet().stream()
                        .map(each ->
                                each.getKey() + "=" + GraphConversation.encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parameters() throws Exception {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", simulator.clientId());
        parameters.put("response_type", "code");
        parameters.put("redirect_uri", BACK);
        parameters.put("scope", "openid profile");
        parameters.put("state", "s t&");
        parameters.put("nonce", "n-1");
        parameters.put(
                "code_challenge",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII))));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    private static Reply redeem(@org.jspecify.annotations.Nullable String code, String verifier) {
        return graph.token(
                simulator.tenantId(),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        String.valueOf(code),
                        "redirect_uri",
                        BACK,
                        "code_verifier",
                        verifier));
    }

    private static JsonNode verified(String token) throws Exception {
        SignedJWT signed = SignedJWT.parse(token);
        JWKSet keys =
                JWKSet.parse(
                        graph.get(
                                        simulator.loginUrl()
                                                + "/"
                                                + simulator.tenantId()
                                                + "/discovery/v2.0/keys")
                                .body());
        assertThat(
                        signed.verify(
                                new RSASSAVerifier(
                                        keys.getKeyByKeyId(signed.getHeader().getKeyID())
                                                .toRSAKey())))
                .isTrue();
        return new ObjectMapper().readTree(signed.getPayload().toString());
    }

    private static Map<String, String> query(Reply reply) {
        assertThat(reply.status()).isEqualTo(302);
        String location = reply.header("Location");
        assertThat(location).startsWith(BACK + "?");
        return Arrays.stream(URI.create(location).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair ->
                                        java.net.URLDecoder.decode(
                                                pair[1], StandardCharsets.UTF_8)));
    }
}
