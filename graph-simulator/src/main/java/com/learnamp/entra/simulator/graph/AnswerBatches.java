package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** JSON batches: up to twenty requests in one, answered in any order. */
final class AnswerBatches {

    private static final int MOST_STEPS = 20;

    /** One step, with the steps that must have succeeded before. */
    private record Step(String id, GraphRequest request, List<String> dependsOn) {}

    private final Function<GraphRequest, Future<GraphAnswer>> api;

    AnswerBatches(Function<GraphRequest, Future<GraphAnswer>> api) {
        this.api = api;
    }

    Future<GraphAnswer> answer(GraphRequest batch) {
        if (batch.inBatch()) {
            throw new GraphProblem(400, "BadRequest", "Batches can't be nested.");
        }
        List<Step> steps = steps(batch);
        Map<String, Future<GraphAnswer>> answers = new LinkedHashMap<>();
        for (Step step : steps) {
            answers.put(step.id(), answer(step, answers));
        }
        return Future.all(new ArrayList<>(answers.values()))
                .map(all -> {
                    Map<String, GraphAnswer> done = new LinkedHashMap<>();
                    answers.forEach((id, answer) -> done.put(id, answer.result()));
                    return write(batch, done);
                });
    }

    private Future<GraphAnswer> answer(Step step, Map<String, Future<GraphAnswer>> earlier) {
        List<Future<GraphAnswer>> needed = new ArrayList<>();
        for (String id : step.dependsOn()) {
            Future<GraphAnswer> answer = earlier.get(id.toLowerCase(Locale.ROOT));
            if (answer == null) {
                throw new GraphProblem(
                        400, "BadRequest", "A step depends on '" + id + "', which is not there.");
            }
            needed.add(answer);
        }
        return needed.isEmpty()
                ? api.apply(step.request())
                : Future.all(needed)
                        .compose(all ->
                                needed.stream().allMatch(each -> each.result().status() < 400)
                                        ? api.apply(step.request())
                                        : Future.succeededFuture(failedDependency(step.request())));
    }

    private static GraphAnswer failedDependency(GraphRequest request) {
        return GraphAnswer.of(
                new GraphProblem(424, "FailedDependency", "A step that this one needs failed."),
                request);
    }

    private static List<Step> steps(GraphRequest batch) {
        JsonNode requests = RequestBody.object(batch).path("requests");
        if (!requests.isArray()) {
            throw new GraphProblem(400, "BadRequest", "The batch has no requests.");
        }
        if (requests.size() > MOST_STEPS) {
            throw new GraphProblem(
                    400,
                    "BadRequest",
                    "Number of batch requests cannot exceed " + MOST_STEPS + ".");
        }
        List<Step> steps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode request : requests) {
            Step step = step(batch, request);
            if (step.id().isEmpty() || !ids.add(step.id())) {
                throw new GraphProblem(
                        400, "BadRequest", "The ids of the requests must be there and unique.");
            }
            steps.add(step);
        }
        return steps;
    }

    private static Step step(GraphRequest batch, JsonNode request) {
        String url = request.path("url").asText("").replaceFirst("^/", "");
        int mark = url.indexOf('?');
        Map<String, String> headers = new HashMap<>();
        request.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(
                                header.getKey().toLowerCase(Locale.ROOT),
                                header.getValue().asText()));
        boolean hasBody = request.hasNonNull("body");
        if (hasBody && !headers.containsKey("content-type")) {
            throw new GraphProblem(
                    400,
                    "BadRequest",
                    "Write request id : "
                            + request.path("id").asText()
                            + " does not contain Content-Type header or body.");
        }
        List<String> dependsOn = new ArrayList<>();
        request.path("dependsOn").forEach(id -> dependsOn.add(id.asText()));
        return new Step(
                request.path("id").asText("").toLowerCase(Locale.ROOT),
                new GraphRequest(
                        batch.id(),
                        batch.now(),
                        batch.caller(),
                        request.path("method").asText("").toUpperCase(Locale.ROOT),
                        batch.base(),
                        Addresses.path(mark < 0 ? url : url.substring(0, mark)),
                        Addresses.query(mark < 0 ? "" : url.substring(mark + 1)),
                        headers,
                        hasBody
                                ? request.path("body").toString().getBytes(StandardCharsets.UTF_8)
                                : new byte[0],
                        true),
                dependsOn);
    }

    /** The answers in an order that nobody can rely on. */
    private static GraphAnswer write(GraphRequest batch, Map<String, GraphAnswer> answers) {
        List<String> order = new ArrayList<>(answers.keySet());
        int shuffle =
                batch.tenant().chance().choose(1_000, batch.tenant().faults().seed(), "batch", "");
        Collections.shuffle(order, new Random(shuffle));
        Map<String, String> written = originalIds(batch);
        return GraphAnswer.ok(json -> {
            json.writeArrayFieldStart("responses");
            for (String id : order) {
                GraphAnswer answer = Optional.ofNullable(answers.get(id)).orElseThrow();
                write(json, written.getOrDefault(id, id), answer);
            }
            json.writeEndArray();
        });
    }

    private static Map<String, String> originalIds(GraphRequest batch) {
        Map<String, String> ids = new HashMap<>();
        RequestBody.object(batch)
                .path("requests")
                .forEach(request ->
                        ids.put(
                                request.path("id").asText().toLowerCase(Locale.ROOT),
                                request.path("id").asText()));
        return ids;
    }

    private static void write(JsonGenerator json, String id, GraphAnswer answer)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeNumberField("status", answer.status());
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
        if (answer.body().length > 0) {
            json.writeFieldName("body");
            writeBody(json, answer);
        }
        json.writeEndObject();
    }

    /** JSON as it is, anything else in base64. */
    private static void writeBody(JsonGenerator json, GraphAnswer answer) throws IOException {
        if (answer.isJson()) {
            json.writeRawValue(new String(answer.body(), StandardCharsets.UTF_8));
        } else {
            json.writeString(Base64.getEncoder().encodeToString(answer.body()));
        }
    }
}
