package com.learnamp.entra.graph;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** One request within a batch; {@code url} is relative to the version, e.g. {@code /users/…}. */
record BatchStep(String id, String url, @Nullable JsonObject body) {

    static BatchStep get(String id, String url) {
        return new BatchStep(id, url, null);
    }

    static BatchStep post(String id, String url, JsonObject body) {
        return new BatchStep(id, url, body);
    }

    JsonObject json(Lane lane) {
        JsonObject headers = new JsonObject();
        // Each step is throttled for itself, so each says how urgent it is.
        headers.addProperty(Lane.HEADER, lane.priority());
        JsonObject step = new JsonObject();
        step.addProperty("id", id);
        step.addProperty("method", body == null ? "GET" : "POST");
        step.addProperty("url", url);
        if (body != null) {
            headers.addProperty("Content-Type", "application/json");
            step.add("body", body);
        }
        step.add("headers", headers);
        return step;
    }
}
