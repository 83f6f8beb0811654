package com.learnamp.entra.graph;

import static com.learnamp.entra.graph.GraphException.Category.APP_UNKNOWN;
import static com.learnamp.entra.graph.GraphException.Category.CONSENT_MISSING;
import static com.learnamp.entra.graph.GraphException.Category.TENANT_UNKNOWN;
import static com.learnamp.entra.graph.GraphException.Category.THROTTLED;
import static com.learnamp.entra.graph.GraphException.Category.TOKEN_REFUSED;
import static com.learnamp.entra.graph.GraphException.Category.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.learnamp.entra.graph.FakeMicrosoft.Answer;
import com.learnamp.entra.graph.GraphException.Category;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginIT {

    private static final UUID TENANT = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0001");
    private static final Answer CONTOSO =
            Answer.json("{\"value\": [{\"id\": \"7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0001\"}]}");

    private static final Answer CHALLENGE =
            Answer.json(
                    401,
                    "{}",
                    "WWW-Authenticate: Bearer realm=\"\", error=\"insufficient_claims\","
                            + " claims=\"eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ==\"");

    @AutoClose private final FakeMicrosoft microsoft = new FakeMicrosoft();

    private final TestClock clock = new TestClock();

    @AutoClose private final MicrosoftGraph door = microsoft.open(microsoft.settings(), clock);

    private final GraphTenant graph = door.tenant(TENANT);

    /** The SDK's library never finds its token again when the login's address has a port. */
    @Test
    void oneTokenServesBothLanesUntilShortlyBeforeItsEnd() {
        microsoft.graphAnswers(CONTOSO);

        graph.organization();
        graph.organization();
        door.bulkTenant(TENANT).organization();
        assertThat(microsoft.logins).hasSize(1);
        clock.forward(Duration.ofMinutes(56));
        graph.organization();

        assertThat(microsoft.logins).hasSize(2);
        assertThat(microsoft.logins.getFirst().uri())
                .isEqualTo("/" + TENANT + "/oauth2/v2.0/token");
        assertThat(microsoft.logins.getFirst().body())
                .contains(
                        "grant_type=client_credentials",
                        "scope=https%3A%2F%2Fgraph.microsoft.com%2F.default");
        assertThat(microsoft.asked)
                .extracting(asked -> asked.header("Authorization"))
                .containsExactly(
                        "Bearer token-1", "Bearer token-1", "Bearer token-1", "Bearer token-2");
    }

    @Test
    void aTokenThatIsStillGoodCarriesOverAnOutageOfTheLogin() {
        microsoft.graphAnswers(CONTOSO);
        graph.organization();
        microsoft.login = asked -> Answer.json(503, "{}");
        clock.forward(Duration.ofMinutes(57));

        assertThat(graph.organization().id()).isEqualTo(TENANT);
    }

    @ParameterizedTest
    @CsvSource({
        "401, AADSTS7000215, SECRET_WRONG, secret",
        "401, AADSTS7000222, SECRET_EXPIRED, expired",
        "400, AADSTS700016, APP_UNKNOWN, consent link",
        "400, AADSTS90002, TENANT_UNKNOWN, tenant id",
        "400, AADSTS900023, TENANT_UNKNOWN, tenant id",
        "400, AADSTS7000229, CONSENT_MISSING, consent link",
        "400, AADSTS65001, CONSENT_MISSING, consent link",
        "401, AADSTS7000112, FORBIDDEN, Enterprise applications"
    })
    void theLoginsRefusalsSayWhatToDo(int status, String code, Category category, String advice) {
        microsoft.login =
                asked ->
                        Answer.json(
                                status,
                                "{\"error\":\"invalid_client\",\"error_description\":\""
                                        + code
                                        + ": Something about ada@example.com. Trace ID: x\",\"error_codes\":[1]}");

        GraphException failure = catchThrowableOfType(GraphException.class, graph::organization);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.code()).contains(code);
        assertThat(failure.getMessage())
                .contains(advice)
                .doesNotContain("ada@", FakeMicrosoft.SECRET);
        assertThat(microsoft.asked).isEmpty();
        assertThat(microsoft.pauses).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500, UNAVAILABLE", "503, UNAVAILABLE", "429, THROTTLED"})
    void aLoginOutOfOrderIsTriedAgainForSomeSeconds(int status, Category category) {
        microsoft.login = asked -> Answer.json(status, "{\"error\":\"temporarily_unavailable\"}");

        GraphException failure = catchThrowableOfType(GraphException.class, graph::organization);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(microsoft.pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThan(Duration.ofSeconds(31));
    }

    @Test
    void aLoginThatCantBeReachedSaysSo() {
        GraphSettings settings = microsoft.settings();
        try (MicrosoftGraph nowhere =
                microsoft.open(
                        new GraphSettings(
                                settings.graphBase(),
                                URI.create("https://localhost:1"),
                                settings.loginCertificateAuthority(),
                                "client-id",
                                FakeMicrosoft.SECRET),
                        clock)) {
            GraphException failure =
                    catchThrowableOfType(
                            GraphException.class, nowhere.tenant(TENANT)::organization);

            assertThat(failure.category()).isEqualTo(UNAVAILABLE);
            assertThat(failure.getMessage()).contains("can't be reached", "login");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForNamesTheSetting() {
        GraphSettings settings = microsoft.settings();
        try (MicrosoftGraph wary =
                microsoft.open(
                        new GraphSettings(
                                settings.graphBase(),
                                settings.loginBase(),
                                null,
                                "client-id",
                                FakeMicrosoft.SECRET),
                        clock)) {
            GraphException failure =
                    catchThrowableOfType(GraphException.class, wary.tenant(TENANT)::organization);

            assertThat(failure.category()).isEqualTo(UNAVAILABLE);
            assertThat(failure.getMessage()).contains("certificate", "GRAPH_LOGIN_CA");
            assertThat(microsoft.logins).isEmpty();
        }
    }

    /** A token from before the consent lacks its permissions for as long as it lasts, an hour. */
    @Test
    void afterTheConsentTheOldTokenIsNotInTheWay() {
        microsoft.graph =
                asked ->
                        asked.header("Authorization").equals("Bearer token-1")
                                ? Answer.error(403, "Authorization_RequestDenied")
                                : CONTOSO;
        GraphException before = catchThrowableOfType(GraphException.class, graph::organization);
        clock.forward(Duration.ofSeconds(40));

        Organization after = graph.organization();

        assertThat(before.category()).isEqualTo(CONSENT_MISSING);
        assertThat(after.id()).isEqualTo(TENANT);
    }

    @Test
    void aTokenThatLacksClaimsIsRenewed() {
        microsoft.graph =
                asked ->
                        microsoft.asked.size() > 1
                                        && asked.header("Authorization").equals("Bearer token-1")
                                ? Answer.error(403, "insufficient_claims")
                                : CONTOSO;
        graph.organization();
        clock.forward(Duration.ofSeconds(40));

        assertThat(graph.organization().id()).isEqualTo(TENANT);

        assertThat(microsoft.logins).hasSize(2);
    }

    @Test
    void aStandingRefusalDoesNotHammerTheLogin() {
        microsoft.graphAnswers(Answer.error(401, "InvalidAuthenticationToken"));

        for (int second = 0; second < 60; second++) {
            assertThat(catchThrowableOfType(GraphException.class, graph::organization).category())
                    .isEqualTo(TOKEN_REFUSED);
            clock.forward(Duration.ofSeconds(1));
        }

        assertThat(microsoft.logins).hasSizeLessThanOrEqualTo(3);
    }

    /** Continuous access evaluation: Graph wants a newer token, now. */
    @Test
    void aClaimsChallengeIsAnsweredWithANewToken() {
        microsoft.graphAnswers(CONTOSO);
        graph.organization();
        clock.forward(Duration.ofMinutes(1));
        microsoft.graph =
                asked ->
                        asked.header("Authorization").equals("Bearer token-1")
                                ? CHALLENGE
                                : CONTOSO;

        assertThat(graph.organization().id()).isEqualTo(TENANT);

        assertThat(microsoft.logins).hasSize(2);
    }

    @Test
    void aStandingChallengeIsARefusal() {
        microsoft.graphAnswers(CHALLENGE);

        GraphException failure = catchThrowableOfType(GraphException.class, graph::organization);

        assertThat(failure.category()).isEqualTo(TOKEN_REFUSED);
        assertThat(microsoft.logins).hasSize(1);
    }

    @Test
    void eachTenantHasItsOwnToken() {
        UUID other = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0009");
        microsoft.login =
                asked ->
                        asked.uri().contains(other.toString())
                                ? Answer.json(
                                        400,
                                        "{\"error\":\"invalid_request\",\"error_description\":\"AADSTS90002: no\"}")
                                : Answer.json(
                                        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"theirs\"}");
        microsoft.graphAnswers(CONTOSO);

        GraphException failure =
                catchThrowableOfType(GraphException.class, door.tenant(other)::organization);

        assertThat(failure.category()).isEqualTo(TENANT_UNKNOWN);
        assertThat(graph.organization().id()).isEqualTo(TENANT);
        assertThat(door.tenant(TENANT)).isSameAs(graph);
        assertThat(THROTTLED.passing()).isTrue();
        assertThat(APP_UNKNOWN.passing()).isFalse();
    }
}
