package com.learnamp.entra.fetcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.contracts.ChangeNotification;
import com.learnamp.entra.contracts.ChangeNotification.ChangeType;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Where the simulated Graph calls: answers the handshake, and passes notifications on to Kafka. */
final class TestWebhook implements AutoCloseable {

    private static final String TOKEN = "validationToken=";

    private final HttpServer server;
    private final String bootstrapServers;

    private TestWebhook(HttpServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    static TestWebhook start(String bootstrapServers) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestWebhook webhook = new TestWebhook(server, bootstrapServers);
            server.createContext("/graph/", webhook::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return webhook;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        int token = query == null ? -1 : query.indexOf(TOKEN);
        if (query != null && token >= 0) {
            String echo =
                    URLDecoder.decode(
                            query.substring(token + TOKEN.length()), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            byte[] bytes = echo.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } else {
            JsonNode posted = MessageCodec.mapper().readTree(exchange.getRequestBody());
            for (JsonNode each : posted.path("value")) {
                SendRecords.send(bootstrapServers, Topic.NOTIFICATIONS, hint(each));
            }
            exchange.sendResponseHeaders(202, -1);
        }
        exchange.close();
    }

    private static ChangeNotification hint(JsonNode posted) {
        EntraTenantId tenant = EntraTenantId.parse(posted.path("tenantId").asText());
        if (posted.has("lifecycleEvent")) {
            return new ChangeNotification.ReauthorizationRequired(
                    tenant, UUID.fromString(posted.path("subscriptionId").asText()), Instant.now());
        }
        EntraObjectId object = EntraObjectId.parse(posted.path("resourceData").path("id").asText());
        ChangeType type =
                posted.path("changeType").asText().equals("deleted")
                        ? ChangeType.DELETED
                        : ChangeType.UPDATED;
        if (posted.path("resource").asText().toLowerCase(Locale.ROOT).startsWith("users")) {
            return new ChangeNotification.UserChanged(tenant, object, type, Instant.now(), null);
        }
        List<EntraObjectId> added = new ArrayList<>();
        List<EntraObjectId> removed = new ArrayList<>();
        for (JsonNode member : posted.path("resourceData").path("members@delta")) {
            (member.has("@removed") ? removed : added)
                    .add(EntraObjectId.parse(member.path("id").asText()));
        }
        return new ChangeNotification.GroupChanged(
                tenant, object, type, added, removed, Instant.now(), null);
    }
}
