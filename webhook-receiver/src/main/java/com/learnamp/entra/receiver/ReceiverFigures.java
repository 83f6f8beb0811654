package com.learnamp.entra.receiver;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** What became of requests and items, counted. */
@ApplicationScoped
class ReceiverFigures {

    private static final String ITEMS = "receiver.items";

    private final MeterRegistry registry;

    ReceiverFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    void written(int items) {
        registry.counter(ITEMS, "outcome", "written").increment(items);
    }

    /** Graph brings them again, for four hours. */
    void refused(int items) {
        registry.counter(ITEMS, "outcome", "refused").increment(items);
    }

    void dropped(ItemDecision.Why why) {
        registry.counter(ITEMS, "outcome", why.name().toLowerCase(Locale.ROOT)).increment();
    }

    void badRequest(int status) {
        registry.counter("receiver.bad.requests", "status", Integer.toString(status)).increment();
    }
}
