package com.learnamp.entra.writer.relay;

import com.learnamp.entra.messaging.Traces;
import com.learnamp.entra.writer.company.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the relay gets on. */
@ApplicationScoped
class RelayProgress {

    static final String DELAY = "writer.event.delay";

    private final MeterRegistry registry;
    private final Clock clock;
    private final RelayConfig config;
    private final Counter published;
    private volatile Instant lastRound;
    private volatile @Nullable Instant oldest;
    private volatile int held;

    RelayProgress(MeterRegistry registry, RelayConfig config, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.config = config;
        this.lastRound = clock.instant();
        this.published =
                Counter.builder("writer.relay.events")
                        .description("user events that Kafka has")
                        .register(registry);
        Gauge.builder("writer.relay.outbox.age", this, RelayProgress::ageInSeconds)
                .description("how long the oldest event has waited in the outbox")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("writer.relay.partitions", () -> held)
                .description("partitions of the outbox that this instance holds")
                .register(registry);
        for (Lane lane : Lane.values()) {
            delays(lane.label());
        }
    }

    void cameRound() {
        lastRound = clock.instant();
    }

    void found(List<OutboxRow> rows, Set<Integer> partitions) {
        cameRound();
        held = partitions.size();
        oldest =
                rows.stream().map(OutboxRow::createdAt).min(Comparator.naturalOrder()).orElse(null);
    }

    void published(List<OutboxRow> rows) {
        Instant now = clock.instant();
        published.increment(rows.size());
        for (OutboxRow row : rows) {
            delays(row.lane()).record(Duration.between(row.createdAt(), now));
            @Nullable String trace = row.headers().get(Traces.HEADER);
            if (trace != null) {
                Traces.followed("tell", trace, row.createdAt());
            }
        }
    }

    boolean isAlive() {
        return lastRound.plus(config.deadAfter()).isAfter(clock.instant());
    }

    private double ageInSeconds() {
        @Nullable Instant since = oldest;
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private Timer delays(String lane) {
        return Timer.builder(DELAY)
                .description("from a change's being written to its event's being in Kafka")
                .tag("lane", lane)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(30))
                .register(registry);
    }
}
