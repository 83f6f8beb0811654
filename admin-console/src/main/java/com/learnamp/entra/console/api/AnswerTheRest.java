package com.learnamp.entra.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Requests to the API that reach no resource, or fail in one, get its shape of errors too. */
@ApplicationScoped
class AnswerTheRest {

    private static final Logger LOG = Logger.getLogger(AnswerTheRest.class);

    private static final String[] PATHS = {"/v1/*", "/oauth/*"};
    private static final int NOT_FOUND = 404;
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ObjectMapper json;

    AnswerTheRest(ObjectMapper json) {
        this.json = json;
    }

    void routes(@Observes Router router) {
        for (String path : PATHS) {
            router.route(path).last().handler(context -> answer(context, NOT_FOUND));
            router.route(path).order(Integer.MIN_VALUE).failureHandler(this::fail);
        }
    }

    private void fail(RoutingContext context) {
        @Nullable Throwable failure = context.failure();
        if (context.response().headWritten()) {
            context.next();
        } else if (failure == null) {
            answer(context, context.statusCode() > 0 ? context.statusCode() : INTERNAL_ERROR);
        } else if (Outage.explains(failure)) {
            LOG.warn("The store is away, and so is the API.");
            context.response().putHeader(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
            answer(context, UNAVAILABLE);
        } else {
            LOG.error("A request of the API failed.", failure);
            answer(context, INTERNAL_ERROR);
        }
    }

    private void answer(RoutingContext context, int status) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .end(write(ErrorAnswer.ofStatus(status)));
    }

    private String write(ErrorAnswer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an error can't be written", e);
        }
    }
}
