package com.learnamp.entra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar runs with nothing but the libraries beside it. */
class RunnableJarIT {

    @TempDir private Path data;
    private @Nullable Process process;

    @AfterEach
    void stop() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            running.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void itStartsAndSaysWhere() throws Exception {
        Process started = start(Map.of("SIMULATOR_HTTP_PORT", "0", "SIMULATOR_HTTPS_PORT", "0"));
        String said = firstLines(started, "Tenant ");
        assertThat(said)
                .contains("/v1.0", "https://localhost:", SimulatorOptions.DEFAULT_TENANT_ID)
                .doesNotContain(SimulatorOptions.DEFAULT_CLIENT_SECRET);
        assertThat(data.resolve("tls/ca.pem")).exists();
    }

    @Test
    void aPortInUseIsNamedWithItsVariable() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            Process started =
                    start(
                            Map.of(
                                    "SIMULATOR_HOST", "0.0.0.0",
                                    "SIMULATOR_HTTP_PORT", port,
                                    "SIMULATOR_HTTPS_PORT", "0"));
            String said =
                    new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(started.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(started.exitValue()).isEqualTo(1);
            assertThat(said).contains("SIMULATOR_HTTP_PORT", port).doesNotContain("\tat ");
        }
    }

    private Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar().toString());
        builder.environment().putAll(environment);
        builder.environment().put("SIMULATOR_DATA_DIR", data.toString());
        builder.environment().put("SIMULATOR_PEOPLE", "20");
        builder.redirectErrorStream(true);
        Process started = builder.start();
        process = started;
        return started;
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(
                            file -> file.getFileName().toString().matches("graph-simulator-.*jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String firstLines(Process started, String last) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines = started.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(last)) {
                break;
            }
        }
        return said.toString();
    }
}
