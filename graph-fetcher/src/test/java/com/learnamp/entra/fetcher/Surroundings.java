package com.learnamp.entra.fetcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.ChangeNotification;
import com.learnamp.entra.contracts.ChangeNotification.ChangeType;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Where the simulated Graph calls: answers the handshake, and passes notifications on to Kafka. And
 * the patience of a test.
 */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private static final String TOKEN = "validationToken=";

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/graph/", Surroundings::answer);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.start();
            server = started;
            return Map.of(
                    "subscription.webhook-base-url",
                    "http://127.0.0.1:" + started.getAddress().getPort(),
                    "subscription.keys",
                    "k1=" + "A".repeat(43) + "=",
                    "look-up.rereads",
                    "1s,2s,3s",
                    "listing.group-change-delay",
                    "200ms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
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
                SendRecords.send(
                        BackingServices.bootstrapServers(), Topic.NOTIFICATIONS, hint(each));
            }
            exchange.sendResponseHeaders(202, -1);
        }
        exchange.close();
    }

    private static ChangeNotification hint(JsonNode posted) {
        EntraTenantId tenant = EntraTenantId.parse(posted.path("tenantId").asText());
        EntraObjectId object = EntraObjectId.parse(posted.path("resourceData").path("id").asText());
        ChangeType type =
                posted.path("changeType").asText().equals("deleted")
                        ? ChangeType.DELETED
                        : ChangeType.UPDATED;
        if (posted.path("resource").asText().toLowerCase(java.util.Locale.ROOT).startsWith("users")) {
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
