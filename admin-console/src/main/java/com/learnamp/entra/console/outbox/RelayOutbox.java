package com.learnamp.entra.console.outbox;

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
 * Publishes what the outbox holds of settings and sync requests, whichever service put it there.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>{@code provisioning.outbox}, the rows of the two topics below</td></tr>
 * <tr><td>out</td><td>{@code entra.integrations.v1}, {@code entra.sync-requests.v1}</td></tr>
 * <tr><td>state</td><td>the rows themselves: deleted when Kafka has acknowledged them. One session
 *     of the database holds the outbox at a time</td></tr>
 * <tr><td>duplicates</td><td>after a crash between ack and delete a message is published again;
 *     settings carry a revision, runs and checks an id</td></tr>
 * <tr><td>order</td><td>by id, which within a company is the order of the commits</td></tr>
 * <tr><td>permanent failure</td><td>none: what is in the outbox can be published</td></tr>
 * <tr><td>transient failure</td><td>Kafka or the store is away: a new session, the same rows
 *     again</td></tr>
 * </table>
 */
@ApplicationScoped
class RelayOutbox {

    private static final Logger LOG = Logger.getLogger(RelayOutbox.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final OutboxSessions sessions;
    private final TopicPublisher publisher;
    private final RelayConfig config;
    private final Clock clock;
    private volatile boolean stopped;
    private volatile Instant lastRound;
    private @Nullable Thread thread;

    RelayOutbox(
            OutboxSessions sessions, TopicPublisher publisher, RelayConfig config, Clock clock) {
        this.sessions = sessions;
        this.publisher = publisher;
        this.config = config;
        this.clock = clock;
        this.lastRound = clock.instant();
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("relay").daemon().start(this::relay);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        @Nullable Thread running = thread;
        if (running != null && !running.join(Duration.ofSeconds(5))) {
            running.interrupt();
        }
    }

    boolean isAlive() {
        return lastRound.plus(config.deadAfter()).isAfter(clock.instant());
    }

    private void relay() {
        while (!stopped) {
            Duration pause = PAUSE;
            try (OutboxSession session = sessions.open()) {
                if (session.take()) {
                    relay(session);
                } else {
                    pause = config.takeOverEvery();
                }
            } catch (InterruptException e) {
                return;
            } catch (SQLException | PublishFailed e) {
                LOG.warnf("bad weather, the relay begins anew cause=%s", e.getClass().getName());
            } catch (RuntimeException e) {
                LOG.errorf(e, "the relay begins anew");
            }
            lastRound = clock.instant();
            pause(pause);
        }
    }

    private void relay(OutboxSession session) throws SQLException {
        while (!stopped) {
            List<OutboxRow> rows = session.next(config.most());
            lastRound = clock.instant();
            if (rows.isEmpty()) {
                session.await(config.every());
            } else {
                publisher.publish(rows.stream().map(OutboxRow::outgoing).toList());
                session.done(rows);
            }
        }
    }

    private void pause(Duration pause) {
        try {
            if (!stopped) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
