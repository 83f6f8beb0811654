package com.learnamp.entra.graph;

import com.learnamp.entra.graph.GraphException.Category;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Refuses what the tenant's budget does not allow now, in Graph's stead and as Graph would: whoever
 * asked waits or reschedules, and no thread waits here.
 */
final class SpendBudget implements Interceptor {

    private final TenantBudget budget;
    private final Lane lane;

    SpendBudget(TenantBudget budget, Lane lane) {
        this.budget = budget;
        this.lane = lane;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestTag tag = request.tag(RequestTag.class);
        Duration wait = tag == null ? Duration.ZERO : budget.spend(lane, tag.kind());
        if (wait.isPositive()) {
            throw new GraphException(
                    Category.THROTTLED,
                    "Microsoft Graph may not be asked more at the moment; the request is repeated later by itself.",
                    null,
                    wait,
                    null);
        }
        return chain.proceed(request);
    }
}
