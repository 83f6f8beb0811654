package com.learnamp.entra.messaging;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Traces begin with a request from outside; what libraries do by themselves begins none. */
@ApplicationScoped
class SampleTraces {

    @Produces
    @Singleton
    Sampler sampler(@ConfigProperty(name = "traces.share", defaultValue = "1") double share) {
        return Sampler.parentBased(new Requests(Sampler.traceIdRatioBased(share)));
    }

    /** A share of the requests from outside. */
    private record Requests(Sampler share) implements Sampler {

        @Override
        public SamplingResult shouldSample(
                Context parent,
                String trace,
                String name,
                SpanKind kind,
                Attributes attributes,
                List<LinkData> links) {
            return kind == SpanKind.SERVER
                    ? share.shouldSample(parent, trace, name, kind, attributes, links)
                    : SamplingResult.drop();
        }

        @Override
        public String getDescription() {
            return "requests from outside: " + share.getDescription();
        }
    }
}
