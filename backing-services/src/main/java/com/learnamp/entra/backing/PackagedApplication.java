package com.learnamp.entra.backing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A service as it is packaged, in a process of its own, for tests that kill it or take away what it
 * stands on.
 */
public final class PackagedApplication implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI address;
    private final Path log;

    private PackagedApplication(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /**
     * Starts it and returns when it answers HTTP, healthy or not.
     *
     * @param jar {@code target/quarkus-app/quarkus-run.jar} of the module under test
     */
    public static PackagedApplication start(Path jar, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = FreePort.find();
        Path log = TemporaryDirectory.create("service").resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString());
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        PackagedApplication service =
                new PackagedApplication(
                        builder.start(), URI.create("http://127.0.0.1:" + port), log);
        service.awaitAnswer();
        return service;
    }

    public URI address() {
        return address;
    }

    /** All that it has printed so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** As {@code kill -9} does; returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop and waits until it has. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new IllegalStateException("the service does not start:\n" + log());
                }
                Thread.sleep(50);
            }
        }
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/q/health/live"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            client.send(request, HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
