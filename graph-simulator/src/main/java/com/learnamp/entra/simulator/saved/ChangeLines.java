package com.learnamp.entra.simulator.saved;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Change.Action;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change as one line of JSON, and back. */
public final class ChangeLines {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> PROPERTIES =
            new TypeReference<>() {};

    private ChangeLines() {}

    public static ObjectNode json(Change change) {
        ObjectNode json = JSON.createObjectNode();
        json.put("sequence", change.sequence());
        json.put("at", change.at().toString());
        json.put("action", change.action().name());
        json.put("kind", change.kind().name());
        json.put("id", change.objectId());
        if (change.otherId() != null) {
            json.put("otherId", change.otherId());
        }
        if (!change.after().isEmpty()) {
            json.set("after", JSON.valueToTree(change.after()));
        }
        if (!change.before().isEmpty()) {
            json.set("before", JSON.valueToTree(change.before()));
        }
        return json;
    }

    static String write(Change change) {
        return json(change).toString();
    }

    static Change read(String line) throws JsonProcessingException {
        JsonNode json = JSON.readTree(line);
        return new Change(
                json.path("sequence").asLong(),
                Instant.parse(json.path("at").asText()),
                Action.valueOf(json.path("action").asText()),
                ObjectKind.valueOf(json.path("kind").asText()),
                json.path("id").asText(),
                json.hasNonNull("otherId") ? json.path("otherId").asText() : null,
                properties(json.path("after")),
                properties(json.path("before")));
    }

    private static Map<String, @Nullable Object> properties(JsonNode json) {
        return json.isObject() ? JSON.convertValue(json, PROPERTIES) : Map.of();
    }
}
