package com.learnamp.entra.graph;

import static com.learnamp.entra.graph.GraphException.Category.MALFORMED;
import static com.learnamp.entra.graph.GraphException.Category.THROTTLED;
import static com.learnamp.entra.graph.GraphException.Category.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.learnamp.entra.graph.FakeMicrosoft.Answer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadWeatherIT {

    private static final UUID TENANT = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0001");
    private static final Answer CONTOSO =
            Answer.json(
                    200,
                    "{\"value\": [{\"id\": \"7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0001\"}]}",
                    "x-ms-resource-unit: 2",
                    "x-ms-throttle-limit-percentage: 0.9");

    @AutoClose private final FakeMicrosoft microsoft = new FakeMicrosoft();

    @AutoClose private final MicrosoftGraph door = microsoft.open();

    private final GraphTenant graph = door.tenant(TENANT);

    @Test
    void aShortWaitIsWaitedAsLongAsGraphSays() {
        microsoft.graphAnswers(Answer.error(429, "TooManyRequests", "Retry-After: 2.128"), CONTOSO);

        assertThat(graph.organization().id()).isEqualTo(TENANT);

        assertThat(microsoft.pauses).hasSize(1);
        assertThat(microsoft.pauses.getFirst())
                .isBetween(Duration.ofMillis(2128), Duration.ofMillis(2342));
    }

    /** No thread is parked for minutes. */
    @Test
    void aLongWaitIsTheCallersToReschedule() {
        microsoft.graphAnswers(Answer.error(429, "TooManyRequests", "Retry-After: 120"));

        GraphException failure = catchThrowableOfType(GraphException.class, graph::organization);

        assertThat(failure.category()).isEqualTo(THROTTLED);
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(microsoft.pauses).isEmpty();
        assertThat(microsoft.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aBrokenGraphIsTriedAgainForSomeSecondsAndThenNamed(int status) {
        microsoft.graphAnswers(
                Answer.json(status, "<html>Bad gateway</html>", "Content-Type: text/html"));

        GraphException failure = catchThrowableOfType(GraphException.class, graph::organization);

        assertThat(failure.category()).isEqualTo(UNAVAILABLE);
        assertThat(microsoft.asked).hasSize(4);
        assertThat(microsoft.pauses).hasSize(3);
        assertThat(microsoft.pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThan(Duration.ofSeconds(31));
    }

    @Test
    void aGraphThatCantBeReachedSaysSo() {
        GraphSettings settings = microsoft.settings();
        try (MicrosoftGraph nowhere =
                microsoft.open(
                        new GraphSettings(
                                URI.create("http://127.0.0.1:1/v1.0"),
                                settings.loginBase(),
                                settings.loginCertificateAuthority(),
                                "client-id",
                                FakeMicrosoft.SECRET),
                        Clock.systemUTC())) {
            GraphException failure =
                    catchThrowableOfType(
                            GraphException.class, nowhere.tenant(TENANT)::organization);

            assertThat(failure.category()).isEqualTo(UNAVAILABLE);
            assertThat(failure.getMessage()).contains("Microsoft Graph can't be reached");
        }
    }

    /** The token must not be carried off, and nobody else's word is Graph's. */
    @Test
    void aRedirectToAnotherHostIsNotFollowed() {
        try (FakeMicrosoft thief = new FakeMicrosoft()) {
            thief.graphAnswers(CONTOSO);
            for (int status : List.of(301, 302, 303, 307, 308)) {
                microsoft.graphAnswers(
                        Answer.json(status, "", "Location: " + thief.base() + "/organization"));

                GraphException failure =
                        catchThrowableOfType(GraphException.class, graph::organization);

                assertThat(failure.category()).isEqualTo(MALFORMED);

                GraphException batch =
                        catchThrowableOfType(
                                GraphException.class,
                                () ->
                                        graph.lookUp(
                                                List.of(TENANT),
                                                List.of(),
                                                UserSelection.standard()));
                assertThat(batch.category()).isEqualTo(MALFORMED);
            }
            assertThat(thief.asked).isEmpty();
        }
    }

    @Test
    void aRedirectOnTheSameHostIsFollowed() {
        microsoft.graphAnswers(Answer.json(307, "", "Location: /v1.0/elsewhere"), CONTOSO);

        assertThat(graph.organization().id()).isEqualTo(TENANT);
        assertThat(microsoft.asked.getLast().header("Authorization")).isEqualTo("Bearer token-1");
    }

    @Test
    void everyRequestIsCountedWithItsKindAndCost() {
        microsoft.graphAnswers(Answer.error(503, ""), CONTOSO);

        graph.organization();

        assertThat(microsoft.measured)
                .extracting(AnsweredRequest::status)
                .containsExactly(503, 200);
        AnsweredRequest last = microsoft.measured.getLast();
        assertThat(last.tenantId()).isEqualTo(TENANT);
        assertThat(last.kind()).isEqualTo(RequestKind.ORGANIZATION);
        assertThat(last.resourceUnits()).isEqualTo(2);
        assertThat(last.throttlePercentage()).isEqualTo(0.9);
    }

    @Test
    void bulkWorkStepsBack() {
        microsoft.graphAnswers(CONTOSO);

        graph.organization();
        door.bulkTenant(TENANT).organization();

        assertThat(microsoft.asked)
                .extracting(asked -> asked.header("x-ms-throttle-priority"))
                .containsExactly("normal", "low");
    }

    /**
     * A subscription may have been made although no answer came; a second attempt would be a
     * duplicate.
     */
    @Test
    void aSubscriptionIsNotAskedForTwiceAfterASilence() {
        microsoft.graphAnswers(Answer.error(503, ""));

        GraphException failure =
                catchThrowableOfType(
                        GraphException.class,
                        () ->
                                graph.subscribe(
                                        new SubscriptionRequest(
                                                "/users",
                                                "updated,deleted",
                                                URI.create("https://hooks.example/n"),
                                                URI.create("https://hooks.example/l"),
                                                "state",
                                                Clock.systemUTC().instant())));

        assertThat(failure.category()).isEqualTo(UNAVAILABLE);
        assertThat(microsoft.asked).hasSize(1);
    }
}
