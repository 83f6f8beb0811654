package com.learnamp.entra.graph;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to Graph, after its answer. A {@code $batch} is one request.
 *
 * @param status of HTTP; 0: no answer came
 * @param resourceUnits what Graph says that it cost, 0 when it doesn't say
 * @param bulk whether it was sent in the lane that Graph throttles first
 * @param throttlePercentage how much of the limit is used (1.0: all of it); Graph says so above 0.8
 *     only, else 0
 * @param throttled whether it, or a step of the batch, was refused as one too many
 * @param retryAfter how long Graph wants to be left alone then; null if it doesn't say
 */
public record AnsweredRequest(
        UUID tenantId,
        RequestKind kind,
        boolean bulk,
        int status,
        int resourceUnits,
        double throttlePercentage,
        boolean throttled,
        @Nullable Duration retryAfter,
        Duration took) {

    public AnsweredRequest {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(took, "took");
    }

    /** The same with what a batch's steps say. */
    AnsweredRequest costing(int units, boolean stepThrottled, @Nullable Duration stepRetryAfter) {
        return new AnsweredRequest(
                tenantId,
                kind,
                bulk,
                status,
                units,
                throttlePercentage,
                throttled || stepThrottled,
                retryAfter == null ? stepRetryAfter : retryAfter,
                took);
    }
}
