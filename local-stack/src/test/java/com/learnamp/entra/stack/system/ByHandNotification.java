package com.learnamp.entra.stack.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What Graph would tell about a person, sent to a receiver of one's choice. */
record ByHandNotification(JsonNode subscription, String tenant, String person) {

    /**
     * @param port of the receiver
     * @return the status of its answer
     */
    int sendTo(int port) throws IOException, InterruptedException {
        URI told = URI.create(subscription.path("notificationUrl").asText());
        URI receiver =
                URI.create(
                        "http://localhost:%d%s?%s"
                                .formatted(port, told.getRawPath(), told.getRawQuery()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(receiver)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body().toString()))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode item = body.putArray("value").addObject();
        item.put("subscriptionId", subscription.path("id").asText());
        item.put(
                "subscriptionExpirationDateTime", subscription.path("expirationDateTime").asText());
        item.put("clientState", subscription.path("clientState").asText());
        item.put("tenantId", tenant);
        item.put("changeType", "updated");
        item.put("resource", "Users/" + person);
        item.putObject("resourceData")
                .put("@odata.type", "#Microsoft.Graph.User")
                .put("id", person);
        return body;
    }
}
