package com.learnamp.entra.simulator.graph;

import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.login.AccessTokens;
import com.learnamp.entra.simulator.login.Caller;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.tenants.Tenant;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Everything below {@code https://graph.microsoft.com/v1.0}. */
public final class GraphRoutes {

    private static final String VERSION = "/v1.0";

    private final Vertx vertx;
    private final AccessTokens tokens;
    private final InstantSource clock;
    private final AnswerRequests api;

    public GraphRoutes(Vertx vertx, AccessTokens tokens, Notifier notifier, InstantSource clock) {
        this.vertx = vertx;
        this.tokens = tokens;
        this.clock = clock;
        this.api = new AnswerRequests(notifier);
    }

    public void mount(Router router) {
        router.route(VERSION + "/*").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        String header =
                Objects.requireNonNullElse(context.request().getHeader("Authorization"), "");
        String token = header.startsWith("Bearer ") ? header.substring(7) : "";
        tokens.caller(token)
                .ifPresentOrElse(
                        caller -> answer(context, caller),
                        () -> refuse(context, unauthenticated(token)));
    }

    private void answer(RoutingContext context, Caller caller) {
        Tenant tenant = caller.tenant();
        Faults faults = tenant.faults();
        String subject = context.request().method() + " " + context.request().path();
        if (happens(tenant, faults.dropRate(), "drop", subject) || asksIfNoneMatch(context)) {
            context.request().connection().close();
            return;
        }
        if (happens(tenant, faults.slowRate(), "slow", subject)) {
            vertx.setTimer(Math.max(1, faults.slowMillis()), any -> carryOut(context, caller));
        } else {
            carryOut(context, caller);
        }
    }

    private void carryOut(RoutingContext context, Caller caller) {
        GraphRequest request;
        try {
            request = request(context, caller);
        } catch (GraphProblem problem) {
            refuse(context, problem);
            return;
        }
        api.answer(request).onSuccess(answer -> write(context, request.id(), answer));
    }

    /** Asking for a photo's bytes with If-None-Match makes Graph hang up. */
    private static boolean asksIfNoneMatch(RoutingContext context) {
        return context.request().getHeader("If-None-Match") != null
                && context.normalizedPath().endsWith("$value");
    }

    private static boolean happens(Tenant tenant, double rate, String fault, String subject) {
        return tenant.chance().happens(rate, tenant.faults().seed(), fault, subject);
    }

    private GraphRequest request(RoutingContext context, Caller caller) {
        HttpServerRequest http = context.request();
        Map<String, String> headers = new HashMap<>();
        http.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        Buffer body = context.body().buffer();
        return new GraphRequest(
                UUID.randomUUID().toString(),
                clock.instant(),
                caller,
                http.method().name(),
                http.scheme() + "://" + http.authority() + VERSION,
                Addresses.path(Objects.requireNonNull(http.path()).substring(VERSION.length())),
                Addresses.query(Objects.requireNonNullElse(http.query(), "")),
                headers,
                body == null ? new byte[0] : body.getBytes(),
                false);
    }

    private GraphProblem unauthenticated(String token) {
        if (token.isEmpty()) {
            return GraphProblem.unauthenticated("Access token is empty.");
        }
        return tokens.isRevoked(token)
                ? GraphProblem.revoked(clock.instant())
                : GraphProblem.unauthenticated("Lifetime validation failed, the token is expired.");
    }

    private void refuse(RoutingContext context, GraphProblem problem) {
        String id = UUID.randomUUID().toString();
        GraphAnswer answer =
                GraphAnswer.json(
                        problem.status(),
                        json -> {
                            json.writeObjectFieldStart("error");
                            json.writeStringField("code", problem.code());
                            json.writeStringField("message", problem.getMessage());
                            json.writeObjectField(
                                    "innerError",
                                    new LinkedHashMap<>(
                                            Map.of(
                                                    "date",
                                                    clock.instant().toString().substring(0, 19),
                                                    "request-id",
                                                    id,
                                                    "client-request-id",
                                                    id)));
                            json.writeEndObject();
                        });
        answer.headers().putAll(problem.headers());
        write(context, id, answer);
    }

    private void write(RoutingContext context, String requestId, GraphAnswer answer) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.putHeader("request-id", requestId);
        response.putHeader(
                "client-request-id",
                Objects.requireNonNullElse(
                        context.request().getHeader("client-request-id"), requestId));
        response.putHeader("Cache-Control", "no-cache");
        response.end(Buffer.buffer(answer.body()));
    }
}
