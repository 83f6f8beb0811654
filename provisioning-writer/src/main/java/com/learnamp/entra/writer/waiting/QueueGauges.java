package com.learnamp.entra.writer.waiting;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The length of a queue and the age of its oldest row. */
final class QueueGauges {

    private final Queue queue;
    private final Clock clock;
    private final MultiGauge length;
    private final MultiGauge age;

    QueueGauges(Queue queue, MeterRegistry registry, Clock clock) {
        this.queue = queue;
        this.clock = clock;
        this.length =
                MultiGauge.builder("waiting." + queue.meter())
                        .description("rows of the store that wait, of all companies")
                        .register(registry);
        this.age =
                MultiGauge.builder("waiting." + queue.meter() + ".age")
                        .description("how long the oldest of them has waited")
                        .baseUnit("seconds")
                        .register(registry);
    }

    void show(List<Waiting> waiting) {
        Map<String, Waiting> rows =
                waiting.stream().collect(Collectors.toMap(Waiting::which, row -> row));
        Map<String, Double> lengths = new TreeMap<>();
        Map<String, Double> ages = new TreeMap<>();
        queue.usual()
                .forEach(word -> {
                    lengths.put(word, 0.0);
                    ages.put(word, 0.0);
                });
        Instant now = clock.instant();
        rows.forEach((word, row) -> {
            lengths.put(word, (double) row.rows());
            ages.put(word, Math.max(0, Duration.between(row.oldest(), now).toMillis() / 1000.0));
        });
        length.register(gauges(lengths), true);
        age.register(gauges(ages), true);
    }

    private List<Row<?>> gauges(Map<String, Double> values) {
        return values.entrySet().stream()
                .<Row<?>>map(
                        value -> Row.of(Tags.of(queue.label(), value.getKey()), value.getValue()))
                .toList();
    }
}
