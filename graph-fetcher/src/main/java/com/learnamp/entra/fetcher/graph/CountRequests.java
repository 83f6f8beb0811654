package com.learnamp.entra.fetcher.graph;

import com.learnamp.entra.graph.AnsweredRequest;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.RequestKind;
import com.learnamp.entra.graph.RequestListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Counts what is asked of Graph: for the metrics, for the tenant's bill, and for the run that a
 * thread works on.
 */
@ApplicationScoped
public class CountRequests implements RequestListener {

    private static final int HTTP_OK = 200;
    private static final ScopedValue<Spending> OF_WORK = ScopedValue.newInstance();

    private final MeterRegistry meters;
    private final TenantUsage usage;

    /** What can be counted is there from the start, at zero. */
    public CountRequests(MeterRegistry meters, TenantUsage usage) {
        this.meters = meters;
        this.usage = usage;
        for (RequestKind kind : RequestKind.values()) {
            for (Lane lane : Lane.values()) {
                requests(kind, lane, HTTP_OK);
                units(kind, lane);
            }
            time(kind);
        }
        for (GraphException.Category category : GraphException.Category.values()) {
            failures(category);
        }
    }

    @Override
    public void answered(AnsweredRequest request) {
        Lane lane = request.bulk() ? Lane.BULK : Lane.LIVE;
        requests(request.kind(), lane, request.status()).increment();
        units(request.kind(), lane).increment(request.resourceUnits());
        time(request.kind()).record(request.took());
        usage.add(request);
        if (OF_WORK.isBound()) {
            OF_WORK.get().add(new Cost(1, request.resourceUnits()));
        }
    }

    /** A failure that reached a flow. */
    public void failed(GraphException failure) {
        failures(failure.category()).increment();
    }

    private enum Lane {
        LIVE,
        BULK
    }

    /** Adds what the work asks of Graph on this thread. */
    public static <T> T into(Spending spending, Supplier<T> work) {
        return ScopedValue.where(OF_WORK, spending).call(work::get);
    }

    private Counter requests(RequestKind kind, Lane lane, int status) {
        return Counter.builder("graph.requests")
                .description("requests to Graph that were answered; status 0: no answer came")
                .tag("kind", name(kind))
                .tag("lane", name(lane))
                .tag("status", Integer.toString(status))
                .register(meters);
    }

    private Counter units(RequestKind kind, Lane lane) {
        return Counter.builder("graph.resource.units")
                .description("what they cost, as Graph says")
                .tag("kind", name(kind))
                .tag("lane", name(lane))
                .register(meters);
    }

    private Timer time(RequestKind kind) {
        return Timer.builder("graph.request.time")
                .description("how long Graph took to answer")
                .tag("kind", name(kind))
                .register(meters);
    }

    private Counter failures(GraphException.Category category) {
        return Counter.builder("graph.failures")
                .description("failures at Graph that reached a flow")
                .tag("category", name(category))
                .register(meters);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
