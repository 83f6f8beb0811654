package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.apply.BatchOutcome.Dropped;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of the commands, counted, and how long people waited for it. */
@ApplicationScoped
class WriterMetrics {

    static final String COMMANDS = "writer.commands";
    static final String DELAY = "writer.delay";

    private final MeterRegistry registry;
    private final Clock clock;

    WriterMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void applied(BatchOutcome outcome, Lane lane) {
        outcome.figures().forEach((figure, count) -> count(figure.label(), count, lane));
        outcome.dropped().forEach((why, count) -> dropped(why, count, lane));
        Instant now = clock.instant();
        outcome.effective().forEach(command -> delay(command, now, lane));
    }

    void dropped(Dropped why, long count, Lane lane) {
        count("dropped_" + why.name().toLowerCase(Locale.ROOT), count, lane);
    }

    void parked(Lane lane) {
        count("parked", 1, lane);
    }

    void unreadable(Lane lane) {
        count("unreadable", 1, lane);
    }

    private void count(String outcome, long count, Lane lane) {
        registry.counter(COMMANDS, "lane", lane.label(), "outcome", outcome).increment(count);
    }

    /** From the first word of a change to its being written. */
    private void delay(UserCommand command, Instant now, Lane lane) {
        @Nullable Instant noticedAt = command.origin().noticedAt();
        if (noticedAt != null && noticedAt.isBefore(now)) {
            Timer.builder(DELAY)
                    .description("from the first word of a change to its being written")
                    .tag("lane", lane.label())
                    .publishPercentileHistogram()
                    .minimumExpectedValue(Duration.ofMillis(10))
                    .maximumExpectedValue(Duration.ofMinutes(30))
                    .register(registry)
                    .record(Duration.between(noticedAt, now));
        }
    }
}
