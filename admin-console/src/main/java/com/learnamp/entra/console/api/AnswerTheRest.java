package com.learnamp.entra.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Requests to the API that reach no resource get its shape of errors too. */
@ApplicationScoped
class AnswerTheRest {

    private static final int NOT_FOUND = 404;

    private final ObjectMapper json;

    AnswerTheRest(ObjectMapper json) {
        this.json = json;
    }

    void routes(@Observes Router router) {
        router.route("/v1/*").last().handler(context -> answer(context, NOT_FOUND));
        router.route("/oauth/*").last().handler(context -> answer(context, NOT_FOUND));
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
