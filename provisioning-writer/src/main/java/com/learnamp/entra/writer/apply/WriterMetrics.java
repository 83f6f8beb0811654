package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.apply.BatchOutcome.Dropped;
import com.learnamp.entra.writer.company.Lane;
import com.learnamp.entra.writer.runs.Figure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of the commands, counted, and how long people waited for it. */
@Startup
@ApplicationScoped
class WriterMetrics {

    static final String COMMANDS = "writer.commands";
    static final String DELAY = "writer.delay";
    static final String RUNS = "writer.runs";

    private static final List<String> RESULTS =
            List.of("finished", "failed", "superseded", "previewed");

    private final MeterRegistry registry;
    private final Clock clock;

    /** All of them are there from the start, at zero: what is missing can't raise an alarm. */
    WriterMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        for (Lane lane : Lane.values()) {
            outcomes().forEach(outcome -> commands(outcome, lane));
            delays(lane);
        }
        for (RunTrigger trigger : RunTrigger.values()) {
            RESULTS.forEach(result -> runs(trigger, result));
        }
    }

    void applied(BatchOutcome outcome, Lane lane) {
        outcome.figures().forEach((figure, count) -> count(figure.label(), count, lane));
        outcome.dropped().forEach((why, count) -> dropped(why, count, lane));
        Instant now = clock.instant();
        outcome.effective().forEach(command -> delay(command, now, lane));
    }

    void dropped(Dropped why, long count, Lane lane) {
        count(label(why), count, lane);
    }

    void parked(Lane lane) {
        count("parked", 1, lane);
    }

    void unreadable(Lane lane) {
        count("unreadable", 1, lane);
    }

    void ended(RunTrigger trigger, String result) {
        runs(trigger, result).increment();
    }

    private void count(String outcome, long count, Lane lane) {
        commands(outcome, lane).increment(count);
    }

    /** From the first word of a change to its being written. */
    private void delay(UserCommand command, Instant now, Lane lane) {
        @Nullable Instant noticedAt = command.origin().noticedAt();
        if (noticedAt != null && noticedAt.isBefore(now)) {
            delays(lane).record(Duration.between(noticedAt, now));
        }
    }

    private Counter commands(String outcome, Lane lane) {
        return Counter.builder(COMMANDS)
                .description("commands, by what became of them")
                .tag("lane", lane.label())
                .tag("outcome", outcome)
                .register(registry);
    }

    private Timer delays(Lane lane) {
        return Timer.builder(DELAY)
                .description("from the first word of a change to its being written")
                .tag("lane", lane.label())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofMinutes(30))
                .register(registry);
    }

    private Counter runs(RunTrigger trigger, String result) {
        return Counter.builder(RUNS)
                .description("runs that ended, by what asked for them and how they ended")
                .tag("trigger", trigger.name().toLowerCase(Locale.ROOT))
                .tag("result", result)
                .register(registry);
    }

    private static Stream<String> outcomes() {
        return Stream.of(
                        Arrays.stream(Figure.values()).map(Figure::label),
                        Arrays.stream(Dropped.values()).map(WriterMetrics::label),
                        Stream.of("unreadable"))
                .flatMap(labels -> labels);
    }

    private static String label(Dropped why) {
        return "dropped_" + why.name().toLowerCase(Locale.ROOT);
    }
}
