package com.learnamp.entra.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.EmbeddedBroker;
import com.learnamp.entra.backing.FreePort;
import com.learnamp.entra.backing.PackagedApplication;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of Graph's retries: 202 only when Kafka has it, and 503 soon when it can't. */
class KafkaOutageIT {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final EntraTenantId TENANT = GraphPosts.someTenant();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir Path directory;

    @Test
    void refusesWhileTheBrokerIsAwayAndGoesOnWhenItIsBack() throws Exception {
        int port = FreePort.find();
        EmbeddedBroker broker = EmbeddedBroker.start(directory, port);
        try (PackagedApplication receiver =
                PackagedApplication.start(
                        JAR,
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS",
                                broker.bootstrapServers(),
                                "SUBSCRIPTION_KEYS",
                                GraphPosts.KEYS))) {
            URI url = receiver.address().resolve("/graph/notifications?key=k1&resource=users");
            assertThat(post(url).statusCode()).isEqualTo(202);

            broker.close();

            long start = System.nanoTime();
            HttpResponse<String> first = post(url);
            assertThat(first.statusCode()).isEqualTo(503);
            assertThat(first.headers().firstValue("Retry-After")).isPresent();
            assertThat(elapsed(start)).isLessThan(Duration.ofSeconds(3));
            assertAtOnceFor20(url);
            assertThat(handshake(receiver.address()).body()).isEqualTo("t o");

            broker = EmbeddedBroker.start(directory, port);
            try (TopicTap tap = TopicTap.on(broker.bootstrapServers(), Topic.NOTIFICATIONS)) {
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(post(url).statusCode()).isEqualTo(202));
                assertThat(tap.until(heard -> !heard.isEmpty())).isNotEmpty();
            }
            assertThat(receiver.log()).doesNotContain("Users/").doesNotContain("#Microsoft");
        } finally {
            broker.close();
        }
    }

    @Test
    void startsWithoutABrokerAndAnswersUntilThereIsOne() throws Exception {
        int port = FreePort.find();
        try (PackagedApplication receiver =
                PackagedApplication.start(
                        JAR,
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS",
                                "127.0.0.1:" + port,
                                "SUBSCRIPTION_KEYS",
                                GraphPosts.KEYS))) {
            URI url = receiver.address().resolve("/graph/notifications?key=k1&resource=users");

            assertThat(post(url).statusCode()).isEqualTo(503);
            assertThat(handshake(receiver.address()).statusCode()).isEqualTo(200);

            try (EmbeddedBroker broker = EmbeddedBroker.start(directory, port)) {
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(post(url).statusCode()).isEqualTo(202));
            }
        }
    }

    /** One of them may be the one that tries again; none of the others waits for Kafka. */
    private void assertAtOnceFor20(URI url) {
        long start = System.nanoTime();
        List<CompletableFuture<Duration>> answers =
                IntStream.range(0, 20)
                        .mapToObj(number ->
                                client.sendAsync(request(url), BodyHandlers.discarding())
                                        .thenApply(answer -> {
                                            assertThat(answer.statusCode()).isEqualTo(503);
                                            return elapsed(start);
                                        }))
                        .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .filteredOn(elapsed -> elapsed.compareTo(Duration.ofMillis(1_500)) > 0)
                .hasSizeLessThanOrEqualTo(1);
    }

    private HttpResponse<String> handshake(URI address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(
                                address.resolve("/graph/notifications?validationToken=t%20o"))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI url) throws Exception {
        return client.send(request(url), BodyHandlers.ofString());
    }

    private static HttpRequest request(URI url) {
        String item =
                GraphPosts.userChanged(
                        TENANT, UUID.randomUUID().toString(), GraphPosts.state(TENANT, "users"));
        return HttpRequest.newBuilder(url)
                .POST(BodyPublishers.ofString(GraphPosts.post(item)))
                .build();
    }

    private static Duration elapsed(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
