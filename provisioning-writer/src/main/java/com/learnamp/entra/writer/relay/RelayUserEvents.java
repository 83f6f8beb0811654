package com.learnamp.entra.writer.relay;

import com.learnamp.entra.messaging.PublishFailed;
import com.learnamp.entra.messaging.TopicPublisher;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what the outbox holds of user events, whichever service put it there.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>{@code provisioning.outbox}, the rows of {@code
 *     learnamp.user-events.v1}</td></tr>
 * <tr><td>out</td><td>{@code learnamp.user-events.v1}; {@code learnamp.user-states.v1}</td></tr>
 * <tr><td>state</td><td>the rows themselves: deleted when Kafka has acknowledged them. One session
 *     of the database holds a partition at a time</td></tr>
 * <tr><td>duplicates</td><td>after a crash between ack and delete an event is published again, with
 *     the same source and id</td></tr>
 * <tr><td>order</td><td>by id, which within a company is the order of the commits; somebody's next
 *     event is sent after the ack of the one before</td></tr>
 * <tr><td>permanent failure</td><td>none: what is in the outbox can be published</td></tr>
 * <tr><td>transient failure</td><td>Kafka or the store is away: a new session, the same rows
 *     again</td></tr>
 * </table>
 */
@ApplicationScoped
class RelayUserEvents {

    private static final Logger LOG = Logger.getLogger(RelayUserEvents.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final OutboxSessions sessions;
    private final TopicPublisher publisher;
    private final OutboxBell bell;
    private final RelayProgress progress;
    private final RelayConfig config;
    private final Clock clock;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    RelayUserEvents(
            OutboxSessions sessions,
            TopicPublisher publisher,
            OutboxBell bell,
            RelayProgress progress,
            RelayConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.publisher = publisher;
        this.bell = bell;
        this.progress = progress;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("relay").daemon().start(this::relay);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        bell.ring();
        @Nullable Thread running = thread;
        if (running != null && !running.join(Duration.ofSeconds(5))) {
            running.interrupt();
        }
    }

    private void relay() {
        while (!stopped) {
            try (OutboxSession session = sessions.open()) {
                relay(session);
            } catch (InterruptedException | InterruptException e) {
                return;
            } catch (SQLException | PublishFailed e) {
                LOG.warnf("bad weather, the relay begins anew cause=%s", e.getClass().getName());
            } catch (RuntimeException e) {
                LOG.errorf(e, "the relay begins anew");
            }
            if (!stopped) {
                progress.cameRound();
                pause();
            }
        }
    }

    private void relay(OutboxSession session) throws SQLException, InterruptedException {
        Instant nextTakeOver = Instant.MIN;
        while (!stopped) {
            if (!clock.instant().isBefore(nextTakeOver)) {
                session.takeFree();
                nextTakeOver = clock.instant().plus(config.takeOverEvery());
            }
            List<OutboxRow> rows = session.next(config.most());
            progress.found(rows, session.held());
            if (rows.isEmpty()) {
                bell.await(config.every());
            } else {
                publish(session, rows);
            }
        }
    }

    private void publish(OutboxSession session, List<OutboxRow> rows) throws SQLException {
        for (List<OutboxRow> wave : Waves.of(rows)) {
            publisher.publish(wave.stream().map(OutboxRow::outgoing).toList());
        }
        // After their events, and read after them: so no state is ever older than an event before
        // it.
        publisher.publish(session.states(rows));
        session.done(rows);
        progress.published(rows);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
