package com.learnamp.entra.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A notification address that passes Graph's validation. */
final class Hook implements AutoCloseable {

    private final HttpServer server;

    Hook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Hook::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            String token =
                    query.contains("validationToken=")
                            ? URLDecoder.decode(
                                    query.substring(query.indexOf('=') + 1), StandardCharsets.UTF_8)
                            : "";
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            byte[] body = token.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    URI address() {
        return URI.create(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/graph/notifications");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
