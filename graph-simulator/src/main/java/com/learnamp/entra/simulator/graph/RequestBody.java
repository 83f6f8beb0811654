package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what clients send. */
final class RequestBody {

    static final ObjectMapper JSON = new ObjectMapper();

    private RequestBody() {}

    static JsonNode object(GraphRequest request) {
        try {
            JsonNode body = JSON.readTree(request.body());
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (IOException malformed) {
            // answered below like everything else that is no object
        }
        throw new GraphProblem(400, "BadRequest", "Unable to read JSON request payload.");
    }

    static List<String> ids(JsonNode body, String field) {
        if (!body.path(field).isArray()) {
            throw GraphProblem.badRequest("The parameter '" + field + "' is missing.");
        }
        List<String> ids = new ArrayList<>();
        body.path(field).forEach(id -> ids.add(id.asText().toLowerCase(Locale.ROOT)));
        return ids;
    }
}
