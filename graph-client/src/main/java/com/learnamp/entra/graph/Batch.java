package com.learnamp.entra.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestAdapter;
import com.microsoft.kiota.RequestInformation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST $batch} of at most twenty steps, written and read here on the SDK's adapter. The
 * SDK's own batch can't be used: it throws at exactly twenty steps, cuts relative addresses wrongly
 * for any base but Microsoft's, gives failed steps new ids, and breaks on {@code "message": null}.
 */
final class Batch {

    static final int MOST_STEPS = 20;

    private final RequestAdapter adapter;
    private final Lane lane;
    private final RequestListener listener;
    private final Clock clock;

    Batch(RequestAdapter adapter, Lane lane, RequestListener listener, Clock clock) {
        this.adapter = adapter;
        this.lane = lane;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Gives the answers by the ids of their steps, in whatever order they came; a step may lack
     * one.
     */
    Map<String, BatchAnswer> send(RequestTag tag, List<BatchStep> steps) {
        Map<String, BatchAnswer> answers = new HashMap<>();
        try (InputStream answer =
                adapter.sendPrimitive(request(tag, steps), null, InputStream.class)) {
            read(GraphCalls.present(answer, "its contents"), answers);
            return answers;
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        } finally {
            report(tag.answered(), answers);
        }
    }

    private RequestInformation request(RequestTag tag, List<BatchStep> steps) {
        JsonArray requests = new JsonArray();
        steps.forEach(step -> requests.add(step.json(lane)));
        JsonObject body = new JsonObject();
        body.add("requests", requests);
        RequestInformation request =
                new RequestInformation(HttpMethod.POST, "{+baseurl}/$batch", new HashMap<>());
        request.headers.add("Accept", "application/json");
        request.addRequestOptions(List.of(tag));
        request.setStreamContent(
                new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8)),
                "application/json");
        return request;
    }

    private static void read(InputStream answer, Map<String, BatchAnswer> answers) {
        JsonElement root =
                JsonParser.parseReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
        JsonElement responses = root instanceof JsonObject object ? object.get("responses") : null;
        if (!(GraphCalls.present(responses, "the batch's responses") instanceof JsonArray array)) {
            return;
        }
        for (JsonElement each : array) {
            if (each instanceof JsonObject step
                    && step.get("id") instanceof JsonPrimitive id
                    && step.get("status") instanceof JsonPrimitive status) {
                JsonObject headers =
                        step.get("headers") instanceof JsonObject present
                                ? present
                                : new JsonObject();
                answers.put(
                        id.getAsString(),
                        new BatchAnswer(status.getAsInt(), headers, step.get("body")));
            }
        }
    }

    /** The steps name their costs; the batch around them costs nothing of its own. */
    private void report(@Nullable AnsweredRequest sent, Map<String, BatchAnswer> answers) {
        if (sent == null) {
            return;
        }
        int steps =
                answers.values().stream()
                        .mapToInt(answer ->
                                (int) MeasureRequests.number(answer.header("x-ms-resource-unit")))
                        .sum();
        List<BatchAnswer> throttled =
                answers.values().stream().filter(answer -> answer.status() == 429).toList();
        Duration longest =
                throttled.stream()
                        .map(answer -> RetryAfter.parse(answer.header("Retry-After"), clock))
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        listener.answered(
                sent.costing(Math.max(steps, sent.resourceUnits()), !throttled.isEmpty(), longest));
    }
}
