package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import com.learnamp.entra.simulator.faults.Faults;
import com.microsoft.graph.models.Subscription;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Microsoft's own client makes of a Graph that it changes, and that is busy. */
@NullUnmarked // the SDK says of everything that it may be null
class MicrosoftSdkChangesTest {

    private GraphSimulator simulator;
    private GraphServiceClient graph;

    @BeforeEach
    void start() {
        simulator = GraphSimulator.start(SimulatorOptions.forTests().withPeople(20));
        graph = MicrosoftSdk.of(Target.of(simulator));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aSubscriptionIsMadeOnceRenewedAndEnded() {
        try (NotificationReceiver receiver = new NotificationReceiver()) {
            Subscription made = graph.subscriptions().post(wanted(receiver));
            Subscription later = new Subscription();
            later.setExpirationDateTime(inDays(2));

            assertThat(status(() -> graph.subscriptions().post(wanted(receiver)))).isEqualTo(409);
            assertThat(graph.subscriptions().get().getValue())
                    .extracting(Subscription::getId)
                    .containsExactly(made.getId());
            assertThat(
                            graph.subscriptions()
                                    .bySubscriptionId(made.getId())
                                    .patch(later)
                                    .getExpirationDateTime())
                    .isAfter(made.getExpirationDateTime());
            graph.subscriptions().bySubscriptionId(made.getId()).delete();
            assertThat(status(() -> graph.subscriptions().bySubscriptionId(made.getId()).get()))
                    .isEqualTo(404);
        }
    }

    @Test
    void aRefusedRequestIsRepeatedAfterTheTimeThatGraphNames() {
        simulator
                .tenant()
                .setFaults(Faults.NONE.with(Map.of("throttleRate", 0.5, "retryAfterSeconds", 0.1)));

        for (int request = 0; request < 10; request++) {
            assertThat(graph.users().get().getValue()).isNotEmpty();
        }
        assertThat(simulator.tenant().requests().byKind().get("GET users").requests())
                .isGreaterThan(10);
    }

    /** A new one each time: the client sends an object's values once. */
    private static Subscription wanted(NotificationReceiver receiver) {
        Subscription wanted = new Subscription();
        wanted.setResource("/users");
        wanted.setChangeType("updated,deleted");
        wanted.setNotificationUrl(receiver.url());
        wanted.setClientState("secret");
        wanted.setExpirationDateTime(inDays(1));
        return wanted;
    }

    private static OffsetDateTime inDays(int days) {
        return OffsetDateTime.now(ZoneOffset.UTC).plusDays(days);
    }

    private static int status(Runnable request) {
        return catchThrowableOfType(ODataError.class, request::run).getResponseStatusCode();
    }
}
