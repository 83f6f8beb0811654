package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts §8: tokens by client credentials, and the words of each refusal. */
@Tag("read-only")
class TokenContractTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-00000000abcd";

    private final GraphConversation graph = new GraphConversation(Target.readOnly());

    @Test
    void aTokenNamesItsTenantItsAppAndItsRoles() throws Exception {
        Reply reply = graph.token(Map.of());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(reply.json().path("expires_in").isInt()).isTrue();
        String[] parts = reply.json().path("access_token").asText().split("\\.");
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("tid").asText()).isEqualTo(graph.target().tenantId());
        assertThat(claims.path("appid").asText()).isEqualTo(graph.target().clientId());
        assertThat(claims.path("roles").toString()).contains("User.Read.All", "Group.Read.All");
    }

    @Test
    void aWrongSecretIsAnInvalidClient() {
        Reply reply = graph.token(Map.of("client_secret", "wrong"));
        assertThat(reply.status()).isEqualTo(401);
        assertRefusal(reply, "invalid_client", 7000215);
    }

    @Test
    void anUnknownAppIsUnauthorized() {
        Reply reply = graph.token(Map.of("client_id", UNKNOWN));
        assertThat(reply.status()).isEqualTo(400);
        assertRefusal(reply, "unauthorized_client", 700016);
    }

    @Test
    void anUnknownTenantIsAnInvalidRequest() {
        Reply reply = graph.token(UNKNOWN, Map.of());
        assertThat(reply.status()).isEqualTo(400);
        assertRefusal(reply, "invalid_request", 90002);
    }

    @Test
    void aScopeThatIsNotDefaultIsInvalid() {
        Reply reply = graph.token(Map.of("scope", "https://graph.microsoft.com/User.Read.All"));
        assertThat(reply.status()).isEqualTo(400);
        assertRefusal(reply, "invalid_scope", 1002012);
    }

    @Test
    void theDiscoveryDocumentNamesTheTenantsIssuer() {
        String tenant = graph.target().loginUrl() + "/" + graph.target().tenantId();
        JsonNode document = graph.get(tenant + "/v2.0/.well-known/openid-configuration").json();
        assertThat(document.path("issuer").asText())
                .endsWith("/" + graph.target().tenantId() + "/v2.0");
        assertThat(graph.get(document.path("jwks_uri").asText()).json().path("keys")).isNotEmpty();
    }

    @Test
    void graphRefusesACallerWithoutAToken() {
        Reply reply = graph.get("/users");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("InvalidAuthenticationToken");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    }

    private static void assertRefusal(Reply reply, String error, int code) {
        assertThat(reply.json().path("error").asText()).isEqualTo(error);
        assertThat(reply.json().path("error_codes").get(0).asInt()).isEqualTo(code);
        assertThat(reply.json().path("error_description").asText())
                .startsWith("AADSTS" + code + ":");
        assertThat(reply.json().path("trace_id").asText()).isNotEmpty();
    }
}
