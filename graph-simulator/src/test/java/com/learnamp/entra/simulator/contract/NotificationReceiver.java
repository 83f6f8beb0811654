package com.learnamp.entra.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An app's address for notifications: answers the handshake, and keeps what comes. */
final class NotificationReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private volatile int status = 202;
    private volatile boolean decodes = true;
    private volatile int posts;

    NotificationReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/notifications?key=k1";
    }

    /** What is answered to notifications from now on. */
    void answerWith(int code) {
        status = code;
    }

    /** Gives the token of the handshake back as it came, which is wrong. */
    void forgetToDecode() {
        decodes = false;
    }

    int posts() {
        return posts;
    }

    /** The next notification; waits for it. */
    JsonNode next() {
        try {
            JsonNode next = received.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no notification came");
            }
            return next;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Nullable JsonNode within(long millis) {
        try {
            return received.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            byte[] body = exchange.getRequestBody().readAllBytes();
            int mark = query.indexOf("validationToken=");
            if (mark >= 0) {
                String token = query.substring(mark + "validationToken=".length());
                send(exchange, 200, decodes ? decoded(token) : token);
                return;
            }
            posts++;
            if (status / 100 == 2) {
                JSON.readTree(body).path("value").forEach(received::add);
            }
            send(exchange, status, "");
        }
    }

    private static String decoded(String token) {
        return URLDecoder.decode(token, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
