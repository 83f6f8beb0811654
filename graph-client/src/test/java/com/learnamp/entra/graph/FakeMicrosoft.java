package com.learnamp.entra.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * A Graph and a login that say exactly what a test wants them to, and remember what they were
 * asked.
 */
final class FakeMicrosoft implements AutoCloseable {

    record Asked(String method, String uri, com.sun.net.httpserver.Headers headers, String body) {
        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, List<String> headers, byte[] body) {
        static Answer json(String body) {
            return json(200, body);
        }

        static Answer json(int status, String body, String... headers) {
            return new Answer(status, List.of(headers), body.getBytes(StandardCharsets.UTF_8));
        }

        static Answer error(int status, String code, String... headers) {
            return json(
                    status, "{\"error\":{\"code\":\"" + code + "\",\"message\":null}}", headers);
        }
    }

    static final String SECRET = "s3cret-value";

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final List<Asked> logins = new CopyOnWriteArrayList<>();
    final List<AnsweredRequest> measured = new CopyOnWriteArrayList<>();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    volatile Function<Asked, Answer> graph = asked -> Answer.error(500, "unexpected");
    volatile Function<Asked, Answer> login =
            asked ->
                    Answer.json(
                            "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"token-"
                                    + logins.size()
                                    + "\"}");

    final TestClock clock = new TestClock();
    private final TestCertificate certificate = TestCertificate.shared();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer graphServer;
    private final HttpsServer loginServer;

    FakeMicrosoft() {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            graphServer = HttpServer.create(anyPort, 0);
            loginServer = HttpsServer.create(anyPort, 0);
            loginServer.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        start(graphServer, asked, request -> graph.apply(request));
        start(loginServer, logins, request -> login.apply(request));
    }

    private void start(HttpServer server, List<Asked> memory, Function<Asked, Answer> answers) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, memory, answers));
        server.start();
    }

    private static void serve(
            HttpExchange exchange, List<Asked> memory, Function<Asked, Answer> answers)
            throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked request =
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders(),
                            body);
            memory.add(request);
            Answer answer = answers.apply(request);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            for (String header : answer.headers()) {
                String[] parts = header.split(": ", 2);
                exchange.getResponseHeaders().set(parts[0], parts[1]);
            }
            exchange.sendResponseHeaders(
                    answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
    }

    String base() {
        return "http://127.0.0.1:" + graphServer.getAddress().getPort() + "/v1.0";
    }

    String loginBase() {
        return "https://localhost:" + loginServer.getAddress().getPort();
    }

    Path authority() {
        return certificate.pem();
    }

    SSLContext serverContext() {
        return certificate.serverContext();
    }

    GraphSettings settings() {
        return new GraphSettings(
                URI.create(base()), URI.create(loginBase()), authority(), "client-id", SECRET);
    }

    /** Pauses are written down, not waited for: the clock goes on by itself. */
    MicrosoftGraph open() {
        return open(settings(), clock);
    }

    MicrosoftGraph open(GraphSettings settings, Clock clock) {
        return new MicrosoftGraph(settings, measured::add, clock, new Retries(this::pause));
    }

    private void pause(Duration length) {
        pauses.add(length);
        clock.forward(length);
    }

    /** These answers one after the other, the last one for ever. */
    void graphAnswers(Answer... answers) {
        int before = asked.size();
        graph = request -> answers[Math.min(asked.size() - before, answers.length) - 1];
    }

    @Override
    public void close() {
        graphServer.stop(0);
        loginServer.stop(0);
        threads.close();
    }
}
