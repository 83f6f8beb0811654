package com.learnamp.entra.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphSettingsTest {

    private static final String LOGIN = "https://login.microsoftonline.com";
    private static final String GRAPH = "https://graph.microsoft.com/v1.0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                GRAPH,
                "https://graph.microsoft.us/v1.0/",
                "http://localhost:8090/v1.0",
                "http://127.0.0.1:8090/v1.0",
                "http://[::1]:8090/v1.0",
                "https://simulator.example:8490/some/prefix/v1.0"
            })
    void aGraphThatMayBeGivenATokenIsTaken(String graph) {
        assertThat(settings(graph, LOGIN).graphBase().toString()).doesNotEndWith("/");
    }

    @ParameterizedTest
    @CsvSource({
        "http://graph.microsoft.com/v1.0, plain http",
        "http://127.0.0.2/v1.0, plain http",
        "http://localhost.evil.example/v1.0, plain http",
        "https://graph.microsoft.com, /v1.0",
        "https://graph.microsoft.com/beta, /v1.0",
        "https://user:pass@graph.microsoft.com/v1.0, form",
        "https://graph.microsoft.com/v1.0?x=1, form",
        "graph.microsoft.com/v1.0, form",
        "file:///v1.0, form"
    })
    void anyOtherGraphIsNamedAtOnce(String graph, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(graph, LOGIN))
                .withMessageContaining("graphBase")
                .withMessageContaining(why)
                .withMessageNotContaining("pass");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8490",
                "https://login.microsoftonline.com/common",
                "login"
            })
    void aLoginIsAlwaysHttpsAndHasNoPath(String login) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(GRAPH, login))
                .withMessageContaining("loginBase");
    }

    @Test
    void emptyCredentialsSayWhereToFindThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new GraphSettings(URI.create(GRAPH), URI.create(LOGIN), null, "id", " "))
                .withMessageContaining("clientSecret")
                .withMessageContaining("app registration");
    }

    @Test
    void theSecretIsNotPrintedAndLosesTheLineEndOfItsFile() {
        GraphSettings settings =
                new GraphSettings(URI.create(GRAPH), URI.create(LOGIN), null, "id", "hunter2\n");

        assertThat(settings.toString()).doesNotContain("hunter2");
        assertThat(settings.clientSecret()).isEqualTo("hunter2");
    }

    @Test
    void anAuthorityThatCantBeReadIsNamed() {
        GraphSettings settings =
                new GraphSettings(
                        URI.create(GRAPH),
                        URI.create(LOGIN),
                        Path.of("/no/such.pem"),
                        "id",
                        "secret");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MicrosoftGraph(settings, answered -> {}, Clock.systemUTC()))
                .withMessageContaining("/no/such.pem");
    }

    private static GraphSettings settings(String graph, String login) {
        return new GraphSettings(URI.create(graph), URI.create(login), null, "id", "secret");
    }
}
