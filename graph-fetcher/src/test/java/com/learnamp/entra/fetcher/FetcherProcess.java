package com.learnamp.entra.fetcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The service as it is delivered, in a process of its own, so that it can be killed. */
final class FetcherProcess implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable FetcherProcess shared;

    private final Process process;
    private final int port;

    private FetcherProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** One that serves all tests that do it no harm. */
    static synchronized FetcherProcess running() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** For a test that runs alone: it works for no tenant, so that it owns those that come. */
    static FetcherProcess idle() {
        FetcherProcess idle = running();
        Customer.disconnectAll();
        Store.await().until(() -> idle.tenantsOwned() == 0);
        return idle;
    }

    /** For tests that need processes of their own. */
    static synchronized void stopRunning() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    /** This one outlives the shared one, and serves in its place from now on. */
    FetcherProcess inPlaceOfTheShared() {
        synchronized (FetcherProcess.class) {
            stopRunning();
            shared = this;
            return this;
        }
    }

    static FetcherProcess start() {
        return start(Map.of());
    }

    /**
     * @param different from the environment that the others have
     */
    static FetcherProcess start(Map<String, String> different) {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar");
        builder.environment().putAll(Surroundings.environment());
        builder.environment().putAll(different);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        File log = new File("target/fetcher-" + NUMBER.incrementAndGet() + ".log");
        try {
            Process process = builder.redirectErrorStream(true).redirectOutput(log).start();
            FetcherProcess fetcher = new FetcherProcess(process, port);
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(fetcher::isUp);
            return fetcher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long tenantsOwned() {
        return get("/q/metrics")
                .lines()
                .filter(line -> line.startsWith("tenants_owned "))
                .mapToLong(line -> (long) Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElse(-1);
    }

    String get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As a machine that loses its power. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As a machine that falls asleep in the middle of a step. */
    void sleep() {
        signal("-STOP");
    }

    void wakeUp() {
        signal("-CONT");
    }

    @Override
    public void close() {
        wakeUp(); // A process asleep hears nothing.
        process.destroy();
        process.onExit().join();
    }

    boolean isUp() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the fetcher did not start: see target/fetcher-N.log");
        }
        return get("/q/health/ready").contains("\"status\": \"UP\"");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
