package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.notifications.Subscription;
import com.learnamp.entra.simulator.notifications.SubscriptionProblem;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.List;

/** Subscriptions, as an app manages its own. */
final class AnswerSubscriptions {

    private final Notifier notifier;

    AnswerSubscriptions(Notifier notifier) {
        this.notifier = notifier;
    }

    Future<GraphAnswer> create(GraphRequest request) {
        return notifier.create(
                        request.tenant(),
                        request.caller().clientId(),
                        request.caller().roles(),
                        RequestBody.object(request))
                .map(created -> one(request, 201, created));
    }

    Future<GraphAnswer> renew(GraphRequest request) {
        return notifier.renew(
                        request.tenant(),
                        request.caller().clientId(),
                        request.segment(1),
                        RequestBody.object(request))
                .map(renewed -> one(request, 200, renewed));
    }

    GraphAnswer get(GraphRequest request) {
        return one(
                request,
                200,
                notifier.find(request.tenant(), request.caller().clientId(), request.segment(1)));
    }

    GraphAnswer list(GraphRequest request) {
        Trouble.checkSubscriptionList(request);
        List<Subscription> all = notifier.list(request.tenant(), request.caller().clientId());
        return GraphAnswer.ok(json -> {
            json.writeStringField("@odata.context", request.base() + "/$metadata#subscriptions");
            json.writeArrayFieldStart("value");
            for (Subscription each : all) {
                json.writeStartObject();
                write(json, each);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    GraphAnswer delete(GraphRequest request) {
        Subscription subscription =
                notifier.find(request.tenant(), request.caller().clientId(), request.segment(1));
        notifier.subscriptions(request.tenant()).remove(subscription.id());
        return GraphAnswer.nothing();
    }

    GraphAnswer reauthorize(GraphRequest request) {
        notifier.reauthorize(request.tenant(), request.caller().clientId(), request.segment(1));
        return GraphAnswer.nothing();
    }

    static GraphProblem problem(SubscriptionProblem problem) {
        return new GraphProblem(
                problem.status(), problem.code(), String.valueOf(problem.getMessage()));
    }

    private static GraphAnswer one(GraphRequest request, int status, Subscription subscription) {
        return GraphAnswer.json(
                status,
                json -> {
                    json.writeStringField(
                            "@odata.context", request.base() + "/$metadata#subscriptions/$entity");
                    write(json, subscription);
                });
    }

    private static void write(JsonGenerator json, Subscription subscription) throws IOException {
        for (java.util.Map.Entry<String, ?> field : subscription.shown().entrySet()) {
            json.writeObjectField(field.getKey(), field.getValue());
        }
    }
}
