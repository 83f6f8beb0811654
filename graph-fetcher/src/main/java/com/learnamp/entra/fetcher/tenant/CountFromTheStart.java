package com.learnamp.entra.fetcher.tenant;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What the flows count is there at zero before it first happens: what is missing raises no alarm.
 */
@Startup
@ApplicationScoped
class CountFromTheStart {

    CountFromTheStart(MeterRegistry meters) {
        counter("hints.strangers", "hints about people of whom no company knows").register(meters);
        counter("delta.hints", "look-ups that a delta query has queued").register(meters);
        counter("changes.unannounced", "changes that Graph has not announced").register(meters);
    }

    private static Counter.Builder counter(String name, String description) {
        return Counter.builder(name).description(description);
    }
}
