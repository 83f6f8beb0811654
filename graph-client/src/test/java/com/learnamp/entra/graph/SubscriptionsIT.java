package com.learnamp.entra.graph;

import static com.learnamp.entra.graph.GraphException.Category.ALREADY_EXISTS;
import static com.learnamp.entra.graph.GraphException.Category.ENDPOINT_REFUSED;
import static com.learnamp.entra.graph.GraphException.Category.FORBIDDEN;
import static com.learnamp.entra.graph.GraphException.Category.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.learnamp.entra.graph.FakeMicrosoft.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SubscriptionsIT {

    private static final UUID TENANT = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0001");
    private static final Instant END = Instant.parse("2030-01-02T03:04:05.123Z");
    private static final String ONE =
            """
            {"id": "one", "resource": "/users", "changeType": "updated,deleted", "clientState": null,
             "notificationUrl": "https://hooks.example/n?key=a", "expirationDateTime": "2030-01-02T03:04:05.1230000Z"}\
            """;
    private static final SubscriptionRequest WANTED =
            new SubscriptionRequest(
                    "/users",
                    "updated,deleted",
                    URI.create("https://hooks.example/n?key=a"),
                    URI.create("https://hooks.example/l"),
                    "signed-state",
                    END);

    @AutoClose private final FakeMicrosoft microsoft = new FakeMicrosoft();

    @AutoClose private final MicrosoftGraph door = microsoft.open();

    private final GraphTenant graph = door.tenant(TENANT);

    @Test
    void aSubscriptionIsMadeRenewedMovedAndEnded() {
        microsoft.graphAnswers(
                Answer.json(201, ONE), Answer.json(ONE), Answer.json(ONE), Answer.json(204, ""));

        GraphSubscription made = graph.subscribe(WANTED);
        graph.renewSubscription("one", END);
        graph.renewSubscription("one", END, URI.create("https://hooks.example/moved"));
        graph.unsubscribe("one");

        assertThat(made.id()).isEqualTo("one");
        assertThat(made.expiration()).isEqualTo(END);
        assertThat(made.lifecycleNotificationUrl()).isNull();
        JsonObject asked = body(0);
        assertThat(asked.get("clientState").getAsString()).isEqualTo("signed-state");
        assertThat(asked.get("lifecycleNotificationUrl").getAsString())
                .isEqualTo("https://hooks.example/l");
        assertThat(Instant.parse(asked.get("expirationDateTime").getAsString())).isEqualTo(END);
        assertThat(body(1).keySet()).containsExactly("expirationDateTime");
        assertThat(body(2).get("notificationUrl").getAsString())
                .isEqualTo("https://hooks.example/moved");
        assertThat(microsoft.asked)
                .extracting(FakeMicrosoft.Asked::method)
                .containsExactly("POST", "PATCH", "PATCH", "DELETE");
        assertThat(microsoft.asked.getLast().uri()).isEqualTo("/v1.0/subscriptions/one");
    }

    @Test
    void allPagesAreListed() {
        microsoft.graphAnswers(
                Answer.json(
                        "{\"value\": ["
                                + ONE
                                + "], \"@odata.nextLink\": \""
                                + microsoft.base()
                                + "/subscriptions?$skiptoken=2\"}"),
                Answer.json("{\"value\": [" + ONE.replace("one", "two") + "]}"));

        assertThat(graph.subscriptions())
                .extracting(GraphSubscription::id)
                .containsExactly("one", "two");
    }

    @Test
    void whatIsGoneIsGone() {
        microsoft.graphAnswers(Answer.error(404, "ResourceNotFound"));

        assertThat(graph.subscription("one")).isEmpty();
        graph.unsubscribe("one");
        assertThat(
                        catchThrowableOfType(
                                        GraphException.class,
                                        () -> graph.renewSubscription("one", END))
                                .category())
                .isEqualTo(NOT_FOUND);
    }

    @Test
    void eachRefusalIsNamed() {
        microsoft.graphAnswers(
                Answer.error(409, "ExtensionError"),
                Answer.json(
                        400,
                        "{\"error\":{\"code\":\"InvalidRequest\",\"message\":\"Subscription validation request"
                                + " failed. Notification endpoint must respond with 200 OK to validation request.\"}}"),
                Answer.json(
                        403,
                        "{\"error\":{\"code\":\"ExtensionError\",\"message\":\"Operation: Create; Exception:"
                                + " [Status Code: Forbidden; Reason: over quota]\"}}"));

        assertThat(refusal().category()).isEqualTo(ALREADY_EXISTS);
        GraphException endpoint = refusal();
        assertThat(endpoint.category()).isEqualTo(ENDPOINT_REFUSED);
        assertThat(endpoint.getMessage()).contains("WEBHOOK_BASE_URL");
        GraphException quota = refusal();
        assertThat(quota.category()).isEqualTo(FORBIDDEN);
        assertThat(quota.getMessage()).contains("over quota", "Group.Read.All");
    }

    @Test
    void theClientStateStaysOutOfLogs() {
        assertThat(WANTED.toString()).doesNotContain("signed-state");
    }

    private GraphException refusal() {
        return catchThrowableOfType(GraphException.class, () -> graph.subscribe(WANTED));
    }

    private JsonObject body(int index) {
        return JsonParser.parseString(microsoft.asked.get(index).body()).getAsJsonObject();
    }
}
