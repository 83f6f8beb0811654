package com.learnamp.entra.graph;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends each request in its tenant's lane and tells the listener what it cost. */
final class MeasureRequests implements Interceptor {

    private static final String UNITS = "x-ms-resource-unit";
    private static final String PERCENTAGE = "x-ms-throttle-limit-percentage";

    private final UUID tenantId;
    private final Lane lane;
    private final RequestListener listener;
    private final Clock clock;

    MeasureRequests(UUID tenantId, Lane lane, RequestListener listener, Clock clock) {
        this.tenantId = tenantId;
        this.lane = lane;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request().newBuilder().header(Lane.HEADER, lane.priority()).build();
        RequestTag tag = request.tag(RequestTag.class);
        if (tag == null) {
            throw new IllegalStateException("A request without a tag would be uncounted");
        }
        long began = System.nanoTime();
        Response response = null;
        try {
            response = chain.proceed(request);
            return response;
        } finally {
            report(tag, response, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void report(RequestTag tag, @Nullable Response response, Duration took) {
        AnsweredRequest answered =
                new AnsweredRequest(
                        tenantId,
                        tag.kind(),
                        lane == Lane.BULK,
                        response == null ? 0 : response.code(),
                        (int) number(response, UNITS),
                        number(response, PERCENTAGE),
                        response != null && response.code() == 429,
                        response == null
                                ? null
                                : RetryAfter.parse(response.header("Retry-After"), clock)
                                        .orElse(null),
                        took);
        tag.answered(answered, response == null ? null : response.header("Content-Type"));
        if (!tag.batch()) {
            listener.answered(answered);
        }
    }

    /** 0 when it is absent or no number: a strange header is no reason to lose an answer. */
    static double number(@Nullable Response response, String header) {
        return response == null ? 0 : number(response.header(header));
    }

    static double number(@Nullable String text) {
        try {
            double value = text == null ? 0 : Double.parseDouble(text);
            return Double.isFinite(value) ? value : 0;
        } catch (NumberFormatException strange) {
            return 0;
        }
    }
}
