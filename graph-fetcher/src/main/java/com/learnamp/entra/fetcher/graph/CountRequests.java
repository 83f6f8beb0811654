package com.learnamp.entra.fetcher.graph;

import com.learnamp.entra.graph.AnsweredRequest;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.RequestListener;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Counts what is asked of Graph: for the metrics, and for the run that a thread works on. */
@ApplicationScoped
public class CountRequests implements RequestListener {

    private static final ScopedValue<AtomicLong> OF_RUN = ScopedValue.newInstance();

    private final MeterRegistry meters;

    public CountRequests(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void answered(AnsweredRequest request) {
        String kind = name(request.kind());
        meters.counter("graph.requests", "kind", kind, "status", Integer.toString(request.status()))
                .increment();
        meters.counter("graph.resource.units", "kind", kind).increment(request.resourceUnits());
        meters.timer("graph.request.time", "kind", kind).record(request.took());
        if (OF_RUN.isBound()) {
            OF_RUN.get().incrementAndGet();
        }
    }

    /** A failure that reached a flow. */
    public void failed(GraphException failure) {
        meters.counter("graph.failures", "category", name(failure.category())).increment();
    }

    /** Adds the requests that the work makes on this thread to the counter. */
    public static <T> T into(AtomicLong counter, Supplier<T> work) {
        return ScopedValue.where(OF_RUN, counter).call(work::get);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
