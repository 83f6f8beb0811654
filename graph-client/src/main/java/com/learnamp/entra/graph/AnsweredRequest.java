package com.learnamp.entra.graph;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * One HTTP request to Graph, after its answer. A {@code $batch} is one request.
 *
 * @param status of HTTP; 0: no answer came
 * @param resourceUnits what Graph says that it cost, 0 when it doesn't say
 * @param throttlePercentage how much of the limit is used (1.0: all of it); Graph says so above 0.8
 *     only, else 0
 */
public record AnsweredRequest(
        UUID tenantId,
        RequestKind kind,
        int status,
        int resourceUnits,
        double throttlePercentage,
        Duration took) {

    public AnsweredRequest {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(took, "took");
    }

    /** The same with the costs of a batch's steps. */
    AnsweredRequest costing(int units) {
        return new AnsweredRequest(tenantId, kind, status, units, throttlePercentage, took);
    }
}
