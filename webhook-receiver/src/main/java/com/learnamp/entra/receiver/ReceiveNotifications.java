package com.learnamp.entra.receiver;

import com.learnamp.entra.contracts.ChangeNotification;
import com.learnamp.entra.contracts.ClientState;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Takes what Microsoft Graph posts, changes and lifecycle events alike, and has it in Kafka before
 * it says so.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>{@code POST /graph/notifications}, {@code POST /graph/lifecycle}</td></tr>
 * <tr><td>out</td><td>{@code entra.notifications.v1}</td></tr>
 * <tr><td>state</td><td>none but whether Kafka took the last ones</td></tr>
 * <tr><td>duplicates</td><td>written again: they are hints, and graph-fetcher joins them</td></tr>
 * <tr><td>order</td><td>as they came, for each object; nothing relies on it</td></tr>
 * <tr><td>permanent failure</td><td>too large 413, malformed 400; an item that is not signed by us
 *     or of no use is counted and answered 202 like all others</td></tr>
 * <tr><td>transient failure</td><td>Kafka does not take them, or too many come at once: 503 with {@code Retry-After}, and
 *     Graph brings them again for up to four hours</td></tr>
 * </table>
 */
@Path("/graph")
class ReceiveNotifications {

    /** Real ones have some 200 characters. */
    private static final int LONGEST_TOKEN = 4_096;

    private final SubscriptionKeys keys;
    private final WriteHints hints;
    private final ReceiverFigures figures;
    private final long retryAfterSeconds;
    private final Semaphore places;
    private final Clock clock;

    @Inject
    ReceiveNotifications(ReceiverConfig config, WriteHints hints, ReceiverFigures figures) {
        this.keys = SubscriptionKeys.parse(config.subscriptionKeys());
        this.hints = hints;
        this.figures = figures;
        this.retryAfterSeconds = Math.max(1, config.retryAfter().toSeconds());
        this.places = new Semaphore(config.mostAtOnce());
        this.clock = Clock.systemUTC();
    }

    /** Makes this bean too, so that wrong keys end the start and not the first request. */
    void start(@Observes StartupEvent event) {
        hints.prepare();
    }

    /** Public, since the framework overlooks other methods. */
    @POST
    @Path("/{endpoint: notifications|lifecycle}")
    @RunOnVirtualThread
    public Response receive(
            @QueryParam("validationToken") @Nullable String validationToken,
            @QueryParam(ClientState.KEY_PARAMETER) @Nullable String keyId,
            @QueryParam(ClientState.RESOURCE_PARAMETER) @Nullable String resource,
            InputStream body) {
        if (validationToken != null) {
            return shakeHands(validationToken);
        }
        if (!places.tryAcquire()) {
            return comeAgain();
        }
        try {
            return take(body, new Sender(keys, keyId, resource));
        } finally {
            places.release();
        }
    }

    private Response take(InputStream body, Sender sender) {
        List<ChangeNotification> received = new ArrayList<>();
        try {
            ReadItems.from(body, item -> take(item, sender, received));
        } catch (LimitedBody.TooLarge e) {
            return refuse(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        } catch (IOException e) {
            return refuse(Response.Status.BAD_REQUEST);
        }
        return answer(received);
    }

    /** The token decoded once, by the framework; escaped it would not be the token any more. */
    private Response shakeHands(String validationToken) {
        if (validationToken.length() > LONGEST_TOKEN) {
            return refuse(Response.Status.BAD_REQUEST);
        }
        return Response.ok(validationToken, MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private void take(GraphItem item, Sender sender, List<ChangeNotification> received) {
        switch (ItemDecision.decide(item, sender, clock.instant())) {
            case ItemDecision.Forward forward -> received.add(forward.notification());
            case ItemDecision.Drop drop -> figures.dropped(drop.why());
        }
    }

    private Response answer(List<ChangeNotification> received) {
        if (hints.write(received)) {
            figures.written(received.size());
            return Response.accepted().build();
        }
        figures.refused(received.size());
        return comeAgain();
    }

    private Response comeAgain() {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Retry-After", retryAfterSeconds)
                .build();
    }

    private Response refuse(Response.Status status) {
        figures.badRequest(status.getStatusCode());
        return Response.status(status).build();
    }
}
