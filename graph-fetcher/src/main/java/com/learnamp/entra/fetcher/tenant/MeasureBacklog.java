package com.learnamp.entra.fetcher.tenant;

import com.learnamp.entra.fetcher.connection.Connections;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lookup.PendingLookUps;
import com.learnamp.entra.fetcher.lookup.PendingLookUps.Backlog;
import com.learnamp.entra.fetcher.subscription.Subscriptions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** How much work waits, and how tenants stand, of all of them: the same from each process. */
@ApplicationScoped
class MeasureBacklog {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private record Measured(
            Backlog backlog, Map<String, Long> subscriptions, Map<String, Long> connections) {}

    private final DirectoryStore store;
    private final PendingLookUps pending;
    private final Subscriptions subscriptions;
    private final Connections connections;
    private final Clock clock;
    private Instant measuredAt = Instant.EPOCH;
    private volatile Measured measured = new Measured(new Backlog(0, 0), Map.of(), Map.of());

    MeasureBacklog(
            DirectoryStore store,
            PendingLookUps pending,
            Subscriptions subscriptions,
            Connections connections,
            OwnTenants ownTenants,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.pending = pending;
        this.subscriptions = subscriptions;
        this.connections = connections;
        this.clock = clock;
        gauge("lookups.pending", "people to be looked up", () -> measured.backlog.length())
                .register(meters);
        gauge(
                        "lookups.oldest.due.seconds",
                        "how long the oldest look-up that is due has waited",
                        () -> measured.backlog.oldestSeconds())
                .register(meters);
        gauge("tenants.owned", "tenants of this process", () -> ownTenants.owned().size())
                .register(meters);
        for (String days : Subscriptions.DAYS_LEFT) {
            gauge(
                            "subscriptions",
                            "subscriptions at Graph, by the days after which they run out",
                            () -> measured.subscriptions.getOrDefault(days, 0L))
                    .tag("days", days)
                    .register(meters);
        }
        for (String state : Connections.STATES) {
            gauge(
                            "connections",
                            "companies, by the state of their connection to Entra",
                            () -> measured.connections.getOrDefault(state, 0L))
                    .tag("state", state)
                    .register(meters);
        }
    }

    void measureNowAndThen() {
        Instant now = clock.instant();
        if (measuredAt.plus(EVERY).isBefore(now)) {
            measuredAt = now;
            measured = store.transaction(connection -> measure(connection, now));
        }
    }

    private Measured measure(Connection connection, Instant now) throws SQLException {
        return new Measured(
                pending.backlog(connection, now),
                subscriptions.byDaysLeft(connection, now),
                connections.byState(connection));
    }

    private static Gauge.Builder<Supplier<Number>> gauge(
            String name, String description, Supplier<Number> value) {
        return Gauge.builder(name, value).description(description);
    }
}
