package com.learnamp.entra.messaging;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One trace from a webhook to its event, through batches, queues and tables where threads and rows
 * part the way: it is handed on as W3C's {@code traceparent}, and found again by whom it is about,
 * the second half of every record's key. Work without a trace (full syncs have none: theirs would
 * have a span for each person) has no spans.
 */
public final class Traces {

    /** W3C Trace Context: of a record, and of the row that becomes one. */
    public static final String HEADER = "traceparent";

    private static final String VERSION = "00";

    private static final ScopedValue<Traces> OF_WORK = ScopedValue.newInstance();

    private static final TextMapGetter<String> ONE_HEADER =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(String parent) {
                    return List.of(HEADER);
                }

                @Override
                public @Nullable String get(@Nullable String parent, String key) {
                    return key.equals(HEADER) ? parent : null;
                }
            };

    private final Map<String, Span> spans = new HashMap<>();

    private Traces() {}

    /** A step of the traces that the records bring, as long as the work takes. */
    public static void follow(String step, ConsumerRecords<String, byte[]> records, Runnable work) {
        Map<String, String> parents = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            @Nullable Header parent = record.headers().lastHeader(HEADER);
            if (parent != null && record.key() != null) {
                parents.put(
                        about(record.key()), new String(parent.value(), StandardCharsets.UTF_8));
            }
        }
        follow(step, parents, work);
    }

    /**
     * A step of several traces, as long as the work takes.
     *
     * @param parents by whom each is about, as {@link #of} gave them
     */
    public static void follow(String step, Map<String, String> parents, Runnable work) {
        Traces traces = new Traces();
        parents.forEach((whom, parent) ->
                traces.spans.put(
                        whom, span(step, parent).setSpanKind(SpanKind.CONSUMER).startSpan()));
        try {
            ScopedValue.where(OF_WORK, traces).run(work);
        } finally {
            traces.spans.values().forEach(Span::end);
        }
    }

    /** A step that is over now. */
    public static void followed(String step, String parent, Instant from) {
        span(step, parent)
                .setSpanKind(SpanKind.PRODUCER)
                .setStartTimestamp(
                        TimeUnit.SECONDS.toNanos(from.getEpochSecond()) + from.getNano(),
                        TimeUnit.NANOSECONDS)
                .startSpan()
                .end();
    }

    /** In the work under way, what was said of one is about the other too. */
    public static void concerns(String one, String other) {
        if (OF_WORK.isBound()) {
            @Nullable Span span = OF_WORK.get().spans.get(one);
            if (span != null) {
                OF_WORK.get().spans.putIfAbsent(other, span);
            }
        }
    }

    /** The trace of the work under way that is about this object; null: there is none. */
    public static @Nullable String of(String whom) {
        @Nullable Span span = OF_WORK.isBound() ? OF_WORK.get().spans.get(whom) : null;
        return parent(span == null ? Span.current() : span);
    }

    /** Whom a record is about. */
    static String about(String key) {
        return key.substring(key.indexOf(':') + 1);
    }

    private static @Nullable String parent(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? String.join(
                        "-",
                        VERSION,
                        context.getTraceId(),
                        context.getSpanId(),
                        context.getTraceFlags().asHex())
                : null;
    }

    private static SpanBuilder span(String step, String parent) {
        Tracer tracer = GlobalOpenTelemetry.getTracer("com.learnamp.entra");
        return tracer.spanBuilder(step)
                .setParent(
                        W3CTraceContextPropagator.getInstance()
                                .extract(Context.root(), parent, ONE_HEADER));
    }
}
