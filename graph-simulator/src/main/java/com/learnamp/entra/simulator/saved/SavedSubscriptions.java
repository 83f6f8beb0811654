package com.learnamp.entra.simulator.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.simulator.notifications.Subscription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Subscriptions as JSON, and back. */
final class SavedSubscriptions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SavedSubscriptions() {}

    static ArrayNode write(List<Subscription> all) {
        ArrayNode array = JSON.createArrayNode();
        for (Subscription each : all) {
            ObjectNode json = array.addObject();
            json.put("id", each.id());
            json.put("clientId", each.clientId());
            json.put("changeType", each.changeType());
            json.put("resource", each.resource());
            json.put("writtenResource", each.writtenResource());
            json.put("notificationUrl", each.notificationUrl());
            json.put("lifecycleNotificationUrl", each.lifecycleNotificationUrl());
            json.put("clientState", each.clientState());
            json.put("expires", each.expires().toString());
            json.put("latestSupportedTlsVersion", each.latestSupportedTlsVersion());
            Instant reauthorized = each.reauthorizedAt();
            json.put("reauthorizedAt", reauthorized == null ? null : reauthorized.toString());
            json.put("broken", each.broken());
        }
        return array;
    }

    static Subscription read(JsonNode json) {
        String reauthorized = text(json, "reauthorizedAt");
        return new Subscription(
                json.path("id").asText(),
                json.path("clientId").asText(),
                json.path("changeType").asText(),
                json.path("resource").asText(),
                json.path("writtenResource").asText(),
                json.path("notificationUrl").asText(),
                text(json, "lifecycleNotificationUrl"),
                text(json, "clientState"),
                Instant.parse(json.path("expires").asText()),
                json.path("latestSupportedTlsVersion").asText(),
                reauthorized == null ? null : Instant.parse(reauthorized),
                json.path("broken").asBoolean());
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.path(field).asText() : null;
    }
}
