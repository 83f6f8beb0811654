package com.learnamp.entra.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The environment's variables and what is meant without them. */
class MainTest {

    @Test
    void withoutVariablesTheDocumentedDefaultsHold() {
        SimulatorOptions options = Main.options(Map.of());
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.httpPort()).isEqualTo(8090);
        assertThat(options.httpsPort()).isEqualTo(8490);
        assertThat(options.people()).isEqualTo(1_000);
        assertThat(options.seed()).isEqualTo(1);
        assertThat(options.tenantId()).isEqualTo(SimulatorOptions.DEFAULT_TENANT_ID);
        assertThat(options.groupId()).isEqualTo(SimulatorOptions.DEFAULT_GROUP_ID);
        assertThat(options.clientId()).isEqualTo(SimulatorOptions.DEFAULT_CLIENT_ID);
        assertThat(options.clientSecret()).isEqualTo(SimulatorOptions.DEFAULT_CLIENT_SECRET);
        assertThat(options.consented()).isTrue();
    }

    @Test
    void everyVariableIsHeard() {
        SimulatorOptions options =
                Main.options(
                        Map.ofEntries(
                                Map.entry("SIMULATOR_HOST", "0.0.0.0"),
                                Map.entry("SIMULATOR_HTTP_PORT", "1"),
                                Map.entry("SIMULATOR_HTTPS_PORT", "2"),
                                Map.entry("SIMULATOR_DATA_DIR", "/data"),
                                Map.entry("SIMULATOR_NAMES", "graph-simulator, other"),
                                Map.entry("SIMULATOR_PEOPLE", "3"),
                                Map.entry("SIMULATOR_SEED", "4"),
                                Map.entry("SIMULATOR_CLIENT_ID", "c"),
                                Map.entry("SIMULATOR_CLIENT_SECRET", "s"),
                                Map.entry("SIMULATOR_TENANT_ID", "t"),
                                Map.entry("SIMULATOR_GROUP_ID", "g"),
                                Map.entry("SIMULATOR_CONSENTED", "false")));
        assertThat(options.host()).isEqualTo("0.0.0.0");
        assertThat(options.httpPort()).isEqualTo(1);
        assertThat(options.httpsPort()).isEqualTo(2);
        assertThat(options.dataDirectory()).isEqualTo(Path.of("/data"));
        assertThat(options.names()).containsExactly("graph-simulator", "other");
        assertThat(options.people()).isEqualTo(3);
        assertThat(options.seed()).isEqualTo(4);
        assertThat(options.clientId()).isEqualTo("c");
        assertThat(options.clientSecret()).isEqualTo("s");
        assertThat(options.tenantId()).isEqualTo("t");
        assertThat(options.groupId()).isEqualTo("g");
        assertThat(options.consented()).isFalse();
    }

    @Test
    void anythingButANumberIsNamed() {
        assertThatThrownBy(() -> Main.options(Map.of("SIMULATOR_PEOPLE", "many")))
                .hasMessageContaining("SIMULATOR_PEOPLE")
                .hasMessageContaining("many");
        assertThatThrownBy(() -> Main.options(Map.of("SIMULATOR_PEOPLE", "0")))
                .hasMessageContaining("people");
    }
}
