package com.learnamp.entra.receiver;

import static com.learnamp.entra.receiver.GraphPosts.groupChanged;
import static com.learnamp.entra.receiver.GraphPosts.lifecycle;
import static com.learnamp.entra.receiver.GraphPosts.post;
import static com.learnamp.entra.receiver.GraphPosts.state;
import static com.learnamp.entra.receiver.GraphPosts.userChanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.contracts.ChangeNotification;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
@TestProfile(ReceiveNotificationsIT.Keys.class)
class ReceiveNotificationsIT {

    private static final int MOST_AT_ONCE = 20;

    public static final class Keys implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "receiver.subscription-keys",
                    GraphPosts.KEYS,
                    "receiver.most-at-once",
                    Integer.toString(MOST_AT_ONCE));
        }
    }

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource URI server;

    @Inject MeterRegistry registry;

    private final EntraTenantId tenant = GraphPosts.someTenant();

    @ParameterizedTest(name = "{0} answered as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Validation%3a+Testing+client+application+reachability|Validation: Testing client"
                        + " application reachability",
                "a%2Bb%20c%25d+e|a+b c%d e",
                "%252B%2526|%2B%26",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E|<script>alert(1)</script>",
                "%C3%A4%E2%82%AC|ä€"
            })
    void theHandshakeIsAnsweredWithTheTokenDecodedOnce(String encoded, String token)
            throws Exception {
        for (String endpoint : List.of("notifications", "lifecycle")) {
            HttpResponse<String> answer =
                    send(
                            HttpRequest.newBuilder(
                                            server.resolve(
                                                    "/graph/%s?key=k1&resource=users&validationToken=%s"
                                                            .formatted(endpoint, encoded)))
                                    .header("Content-Type", "text/plain; charset=utf-8")
                                    .POST(BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.body()).isEqualTo(token);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4_097, 5_000, 100_000})
    void aTokenThatIsTooLongIsRefused(int length) throws Exception {
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(
                                        server.resolve(
                                                "/graph/notifications?validationToken="
                                                        + "x".repeat(length)))
                                .POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isIn(400, 414);
        assertThat(answer.body()).doesNotContain("xxx");
    }

    @Test
    void changesOfUsersAndGroupsAreInKafkaWhenTheAnswerComes() throws Exception {
        String user = UUID.randomUUID().toString();
        String group = UUID.randomUUID().toString();
        String members =
                "[{\"id\":\"%s\"},{\"id\":\"%s\",\"@removed\":\"deleted\"}]"
                        .formatted(UUID.randomUUID(), UUID.randomUUID());

        try (TopicTap tap = tap()) {
            assertThat(statusOf("users", userChanged(tenant, user, state(tenant, "users"))))
                    .isEqualTo(202);
            assertThat(
                            statusOf(
                                    "groups",
                                    groupChanged(tenant, group, members, state(tenant, "groups"))))
                    .isEqualTo(202);

            List<ConsumerRecord<String, byte[]>> heard =
                    ours(tap.until(records -> ours(records).size() == 2));
            assertThat(heard)
                    .extracting(ConsumerRecord::key)
                    .containsExactly(tenant + ":" + user, tenant + ":" + group);
            assertThat(read(heard.getLast()))
                    .isInstanceOfSatisfying(
                            ChangeNotification.GroupChanged.class,
                            changed -> {
                                assertThat(changed.added()).hasSize(1);
                                assertThat(changed.removed()).hasSize(1);
                            });
            assertThat(heard.getFirst().partition())
                    .isEqualTo(Topic.NOTIFICATIONS.partition(read(heard.getFirst()).key()));
        }
    }

    @Test
    void manyItemsOfManyTenantsInOnePostAreForwardedAndTheForgedOnesLeftOut() throws Exception {
        double forgedBefore = items("forged");
        String[] items =
                IntStream.range(0, 600)
                        .mapToObj(number ->
                                userChanged(
                                        tenant,
                                        UUID.randomUUID().toString(),
                                        number % 3 == 0 ? "forged" : state(tenant, "users")))
                        .toArray(String[]::new);

        try (TopicTap tap = tap()) {
            assertThat(statusOf("users", items)).isEqualTo(202);

            assertThat(ours(tap.until(records -> ours(records).size() >= 400))).hasSize(400);
        }
        assertThat(items("forged") - forgedBefore).isEqualTo(200);
    }

    @Test
    void aReauthorizationIsForwardedAndOtherLifecycleEventsAreCounted() throws Exception {
        double unknownBefore = items("unknown_lifecycle_event");

        try (TopicTap tap = tap()) {
            HttpResponse<String> answer =
                    send(
                            to("lifecycle", "users")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    post(
                                                            lifecycle(
                                                                    tenant,
                                                                    "missed",
                                                                    state(tenant, "users")),
                                                            lifecycle(
                                                                    tenant,
                                                                    "reauthorizationRequired",
                                                                    state(tenant, "users"))))));

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(read(ours(tap.until(records -> !ours(records).isEmpty())).getFirst()))
                    .isInstanceOf(ChangeNotification.ReauthorizationRequired.class);
        }
        assertThat(items("unknown_lifecycle_event") - unknownBefore).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "0123456789012345678901234567890123456789012"})
    void forgedItemsAreAnsweredLikeAllOthers(String clientState) throws Exception {
        HttpResponse<String> forged =
                send(body(post(userChanged(tenant, UUID.randomUUID().toString(), clientState))));
        HttpResponse<String> genuine =
                send(
                        body(
                                post(
                                        userChanged(
                                                tenant,
                                                UUID.randomUUID().toString(),
                                                state(tenant, "users")))));

        assertThat(forged.statusCode()).isEqualTo(genuine.statusCode()).isEqualTo(202);
        assertThat(forged.body()).isEqualTo(genuine.body()).isEmpty();
        assertThat(forged.headers().map().keySet()).isEqualTo(genuine.headers().map().keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "canary",
                "{\"value\":{}}",
                "{\"value\":[{\"tenantId\":\"canary",
                "{\"canary\":true}",
                "<canary/>",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"canary\""
            })
    void whatIsMalformedIsRefusedWithoutAWordOfIt(String body) throws Exception {
        HttpResponse<String> answer = send(body(body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("canary").doesNotContainIgnoringCase("exception");
    }

    @Test
    void whatIsNestedDeeplyIsRefusedAtOnce() throws Exception {
        assertThat(send(body("[".repeat(1_000_000))).statusCode()).isEqualTo(400);
        assertThat(send(body("{\"value\":[{\"resourceData\":" + "{\"a\":".repeat(150_000))))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(400);
    }

    @ParameterizedTest(name = "{0} bytes, length announced: {1}")
    @CsvSource({"1048577, true", "1048577, false", "20000000, true", "20000000, false"})
    void whatIsTooLargeIsRefused(int size, boolean announced) throws Exception {
        byte[] body =
                ("{\"value\":[],\"x\":\"" + "x".repeat(size)).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = to("notifications", "users");

        int status =
                send(announced
                                ? request.POST(BodyPublishers.ofByteArray(body))
                                : request.POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body))))
                        .statusCode();

        assertThat(status).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graph/notifications?key=%zz&resource=users",
                "/graph/notifications?key=%ff%fe&resource=%00",
                "/graph/notifications?validationToken=%zz",
                "/graph/notifications?validationToken=%",
                "/graph/notifications?&&&=&==",
                "/graph/notifications?key=k1&key=k1&resource=users&resource=groups",
                "/graph/notifications/..%2f..%2f",
                "/graph/notifications/x",
                "/graph/%00",
                "/graph/",
                "/"
            })
    void oddAddressesAreNoServerErrors(String path) throws Exception {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(
                            ("POST "
                                            + path
                                            + " HTTP/1.1\r\n"
                                            + "Host: x\r\n"
                                            + "Content-Length: 2\r\n"
                                            + "Connection: close\r\n\r\n"
                                            + "{}")
                                    .getBytes(StandardCharsets.UTF_8));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).matches("(?s)HTTP/1.1 [24]\\d\\d .*");
            assertThat(answer).doesNotContainIgnoringCase("exception");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void otherMethodsAreNoServerErrors(String method) throws Exception {
        HttpResponse<String> answer =
                send(to("notifications", "users").method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isBetween(200, 499);
    }

    @Test
    void whatIsOneTooManyIsAskedToComeAgain() throws Exception {
        List<Socket> busy = new ArrayList<>();
        try {
            for (int place = 0; place < MOST_AT_ONCE; place++) {
                Socket socket = new Socket(server.getHost(), server.getPort());
                busy.add(socket);
                socket.getOutputStream()
                        .write(
                                ("POST /graph/notifications?key=k1&resource=users HTTP/1.1\r\n"
                                                + "Host: x\r\nContent-Length: 20000\r\n\r\n"
                                                + "[".repeat(10_000))
                                        .getBytes(StandardCharsets.UTF_8));
            }

            await().until(() -> send(body("{}")).statusCode() == 503);
        } finally {
            for (Socket socket : busy) {
                socket.close();
            }
        }

        await().until(() -> send(body("{\"value\":[]}")).statusCode() == 202);
    }

    private double items(String outcome) {
        return registry.counter("receiver.items", "outcome", outcome).count();
    }

    private int statusOf(String resource, String... items) throws Exception {
        return send(to("notifications", resource)
                        .POST(BodyPublishers.ofString(GraphPosts.post(items))))
                .statusCode();
    }

    private HttpRequest.Builder body(String body) {
        return to("notifications", "users").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder to(String endpoint, String resource) {
        return HttpRequest.newBuilder(
                        server.resolve("/graph/" + endpoint + "?key=k1&resource=" + resource))
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static TopicTap tap() {
        return TopicTap.on(BackingServices.bootstrapServers(), Topic.NOTIFICATIONS);
    }

    private List<ConsumerRecord<String, byte[]>> ours(
            List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> record.key().startsWith(tenant.toString()))
                .toList();
    }

    private static ChangeNotification read(ConsumerRecord<String, byte[]> record) {
        if (MessageCodec.read(record.value(), ChangeNotification.class)
                instanceof Parsed.Read<ChangeNotification> read) {
            return read.message();
        }
        throw new AssertionError("unreadable");
    }
}
