package com.learnamp.entra.graph;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import com.learnamp.entra.graph.GraphException.Category;
import java.time.Clock;
import java.time.Duration;

/**
 * Names a login that is out of order while its status can still be seen: the SDK's library keeps
 * neither it nor {@code Retry-After} when the body is not what it expects.
 */
final class RefuseBusyLogin extends HttpPipelineSyncPolicy {

    /** What a login that is too busy is given when it names no time. */
    private static final Duration BUSY = Duration.ofSeconds(10);

    private final Clock clock;

    RefuseBusyLogin(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected HttpResponse afterReceivedResponse(
            HttpPipelineCallContext context, HttpResponse response) {
        int status = response.getStatusCode();
        if (status != 429 && status < 500) {
            return response;
        }
        Duration asked =
                RetryAfter.parse(response.getHeaderValue(HttpHeaderName.RETRY_AFTER), clock)
                        .orElse(null);
        response.close();
        if (status == 429) {
            throw new GraphException(
                    Category.THROTTLED,
                    "Microsoft Entra's login asks us to slow down; the request is repeated later by itself.",
                    null,
                    asked == null ? BUSY : asked,
                    null);
        }
        throw new GraphException(
                Category.UNAVAILABLE,
                "Microsoft Entra's login is not working properly at the moment (HTTP "
                        + status
                        + "); the request is repeated later by itself.",
                null,
                asked,
                null);
    }
}
