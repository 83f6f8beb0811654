package com.learnamp.entra.graph;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What came of one step. */
record BatchAnswer(int status, JsonObject headers, @Nullable JsonElement body) {

    boolean successful() {
        return status >= 200 && status < 300;
    }

    boolean notFound() {
        return status == 404;
    }

    /** Header names have no case, and Graph's batches use several. */
    @Nullable String header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry ->
                        entry.getValue() instanceof JsonPrimitive value ? value.getAsString() : "")
                .findFirst()
                .orElse(null);
    }

    FailedAnswer failure(RequestTag tag, Clock clock) {
        return FailedAnswer.read(
                tag, status, body, RetryAfter.parse(header("Retry-After"), clock).orElse(null));
    }
}
