package com.learnamp.entra.graph;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Graph answered instead of what was asked: of a request, or of a step in a batch. Read
 * leniently: proxies answer in HTML, codes may be empty or nested, {@code message} may be null.
 *
 * @param codes outermost first, those of {@code innerError} after it, none of them blank
 * @param message as Graph wrote it: for telling cases apart, and shown only where nothing else
 *     tells what is wrong
 */
record FailedAnswer(
        RequestTag tag,
        int status,
        List<String> codes,
        @Nullable String message,
        @Nullable String requestId,
        @Nullable Duration retryAfter) {

    /** Deeper than any error of Graph's; a body without end is no reason to recurse without end. */
    private static final int DEEPEST = 5;

    static FailedAnswer read(
            RequestTag tag, int status, @Nullable String body, @Nullable Duration retryAfter) {
        return read(tag, status, parse(body), retryAfter);
    }

    static FailedAnswer read(
            RequestTag tag, int status, @Nullable JsonElement body, @Nullable Duration retryAfter) {
        JsonObject error = child(object(body), "error");
        List<String> codes = new ArrayList<>();
        JsonObject level = error;
        for (int depth = 0; level != null && depth < DEEPEST; depth++) {
            String code = text(level, "code");
            if (code != null && !code.isBlank()) {
                codes.add(code);
            }
            level = inner(level);
        }
        JsonObject details = error == null ? null : inner(error);
        return new FailedAnswer(
                tag,
                status,
                List.copyOf(codes),
                error == null ? null : text(error, "message"),
                details == null ? null : text(details, "request-id"),
                retryAfter);
    }

    /**
     * Compared without case: Graph itself writes {@code SyncStateNotFound} and {@code
     * syncStateNotFound}.
     */
    boolean says(String... known) {
        return codes.stream()
                .anyMatch(code -> List.of(known).stream().anyMatch(code::equalsIgnoreCase));
    }

    boolean mentions(String part) {
        return codes.stream().anyMatch(code -> code.toLowerCase(Locale.ROOT).contains(part));
    }

    private static @Nullable JsonElement parse(@Nullable String body) {
        try {
            return body == null || body.isBlank() ? null : JsonParser.parseString(body);
        } catch (JsonParseException | StackOverflowError noJson) {
            return null;
        }
    }

    private static @Nullable JsonObject inner(JsonObject error) {
        JsonObject inner = child(error, "innerError");
        return inner == null ? child(error, "innererror") : inner;
    }

    private static @Nullable JsonObject object(@Nullable JsonElement element) {
        return element instanceof JsonObject object ? object : null;
    }

    private static @Nullable JsonObject child(@Nullable JsonObject parent, String name) {
        return parent == null ? null : object(parent.get(name));
    }

    private static @Nullable String text(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonPrimitive primitive ? primitive.getAsString() : null;
    }
}
