package com.learnamp.entra.fetcher.graph;

import com.learnamp.entra.graph.AnsweredRequest;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.RequestListener;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Counts what is asked of Graph: for the metrics, for the tenant's bill, and for the run that a
 * thread works on.
 */
@ApplicationScoped
public class CountRequests implements RequestListener {

    private static final ScopedValue<Spending> OF_WORK = ScopedValue.newInstance();

    private final MeterRegistry meters;
    private final TenantUsage usage;

    public CountRequests(MeterRegistry meters, TenantUsage usage) {
        this.meters = meters;
        this.usage = usage;
    }

    @Override
    public void answered(AnsweredRequest request) {
        String kind = name(request.kind());
        String lane = request.bulk() ? "bulk" : "live";
        meters.counter(
                        "graph.requests",
                        "kind",
                        kind,
                        "lane",
                        lane,
                        "status",
                        Integer.toString(request.status()))
                .increment();
        meters.counter("graph.resource.units", "kind", kind, "lane", lane)
                .increment(request.resourceUnits());
        meters.timer("graph.request.time", "kind", kind).record(request.took());
        usage.add(request);
        if (OF_WORK.isBound()) {
            OF_WORK.get().add(new Cost(1, request.resourceUnits()));
        }
    }

    /** A failure that reached a flow. */
    public void failed(GraphException failure) {
        meters.counter("graph.failures", "category", name(failure.category())).increment();
    }

    /** Adds what the work asks of Graph on this thread. */
    public static <T> T into(Spending spending, Supplier<T> work) {
        return ScopedValue.where(OF_WORK, spending).call(work::get);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
