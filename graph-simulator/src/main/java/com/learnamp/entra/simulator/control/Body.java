package com.learnamp.entra.simulator.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the caller sends; nothing counts as an empty object. */
final class Body {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> MAP =
            new TypeReference<>() {};

    private Body() {}

    static Map<String, @Nullable Object> map(RoutingContext context) {
        Buffer body = context.body().buffer();
        try {
            return body == null || body.length() == 0
                    ? new LinkedHashMap<>()
                    : JSON.readValue(body.getBytes(), MAP);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("the body must be a JSON object");
        }
    }

    static JsonNode json(RoutingContext context) {
        return JSON.valueToTree(map(context));
    }

    static byte[] bytes(RoutingContext context) {
        Buffer body = context.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }

    static String text(RoutingContext context, String field) {
        JsonNode value = json(context).path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the body must have the text '" + field + "'");
        }
        return value.asText();
    }

    static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
