package com.learnamp.entra.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.saved.ChangeLines;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.Tenants;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all parts of the control API share: JSON answers, errors, and whose directory is meant. */
final class Controls {

    private final Router router;
    private final Tenants tenants;

    Controls(Router router, Tenants tenants) {
        this.router = router;
        this.tenants = tenants;
    }

    /** Answers with whatever the function gives, as JSON. */
    void on(String method, String path, Function<RoutingContext, Object> answer) {
        route(method, path, context -> context.end(encoded(answer.apply(context))));
    }

    /** Answers with pieces of JSON, each made when the one before it has been taken. */
    void stream(String path, Function<RoutingContext, Iterator<Buffer>> answer) {
        route(
                "GET",
                path,
                context -> {
                    Iterator<Buffer> pieces = answer.apply(context);
                    context.response().setChunked(true);
                    send(context.response(), pieces);
                });
    }

    private void route(String method, String path, Handler<RoutingContext> answer) {
        router.route(HttpMethod.valueOf(method), "/simulator" + path)
                .handler(context -> {
                    context.response().putHeader("Content-Type", "application/json");
                    try {
                        answer.handle(context);
                    } catch (NoSuchElementException missing) {
                        refuse(context, 404, missing);
                    } catch (IllegalArgumentException | DateTimeException wrong) {
                        refuse(context, 400, wrong);
                    }
                });
    }

    private static void send(HttpServerResponse response, Iterator<Buffer> pieces) {
        if (!pieces.hasNext()) {
            response.end();
        } else if (!response.closed()) {
            response.write(pieces.next()).onSuccess(written -> send(response, pieces));
        }
    }

    /** The tenant of the query, else the first. */
    Tenant tenant(RoutingContext context) {
        return query(context, "tenant")
                .map(id ->
                        tenants.find(id)
                                .orElseThrow(() -> new NoSuchElementException("no tenant " + id)))
                .orElseGet(tenants::first);
    }

    Directory directory(RoutingContext context) {
        return tenant(context).directory();
    }

    /** The group of the query, else the tenant's root group. */
    String group(RoutingContext context) {
        return query(context, "group").orElseGet(() -> tenant(context).settings().groupId());
    }

    static String id(RoutingContext context) {
        return parameter(context, "id");
    }

    static String parameter(RoutingContext context, String name) {
        return Objects.requireNonNull(context.pathParam(name)).toLowerCase(Locale.ROOT);
    }

    static Optional<String> query(RoutingContext context, String name) {
        return context.queryParam(name).stream().findFirst();
    }

    static int number(RoutingContext context, String name, int otherwise) {
        return query(context, name).map(Integer::parseInt).orElse(otherwise);
    }

    static Object changed(Optional<Change> change) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("changed", change.isPresent());
        answer.put("change", change.map(ChangeLines::json).orElse(null));
        return answer;
    }

    private static Buffer encoded(Object answer) {
        try {
            return Buffer.buffer(Body.JSON.writeValueAsBytes(answer));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void refuse(RoutingContext context, int status, RuntimeException reason) {
        context.response().setStatusCode(status);
        context.end(
                Body.JSON
                        .createObjectNode()
                        .put("error", Objects.requireNonNullElse(reason.getMessage(), "invalid"))
                        .toString());
    }
}
