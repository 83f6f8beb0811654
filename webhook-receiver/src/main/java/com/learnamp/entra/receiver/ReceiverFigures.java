package com.learnamp.entra.receiver;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** What became of requests and items, counted: all of it is there from the start, at zero. */
@Startup
@ApplicationScoped
class ReceiverFigures {

    private static final String WRITTEN = "written";
    private static final String REFUSED = "refused";

    private final MeterRegistry registry;

    ReceiverFigures(MeterRegistry registry) {
        this.registry = registry;
        items(WRITTEN);
        items(REFUSED);
        for (ItemDecision.Why why : ItemDecision.Why.values()) {
            items(label(why));
        }
        List.of(400, 413).forEach(this::badRequests);
    }

    void written(int items) {
        items(WRITTEN).increment(items);
    }

    /** Graph brings them again, for four hours. */
    void refused(int items) {
        items(REFUSED).increment(items);
    }

    void dropped(ItemDecision.Why why) {
        items(label(why)).increment();
    }

    void badRequest(int status) {
        badRequests(status).increment();
    }

    private Counter items(String outcome) {
        return Counter.builder("receiver.items")
                .description("items of notifications, by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter badRequests(int status) {
        return Counter.builder("receiver.bad.requests")
                .description("requests that are no notification")
                .tag("status", Integer.toString(status))
                .register(registry);
    }

    private static String label(ItemDecision.Why why) {
        return why.name().toLowerCase(Locale.ROOT);
    }
}
