package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Graph answers to one request, be it alone or a step of a batch.
 *
 * @param body empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GraphAnswer(int status, Map<String, String> headers, byte[] body) {

    static final String JSON_TYPE =
            "application/json;odata.metadata=minimal;odata.streaming=true;"
                    + "IEEE754Compatible=false;charset=utf-8";

    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    /** Writes the inside of a JSON document. */
    @FunctionalInterface
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    static GraphAnswer json(int status, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            writing.to(json);
            json.writeEndObject();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new GraphAnswer(status, headers("Content-Type", JSON_TYPE), bytes.toByteArray());
    }

    static GraphAnswer ok(Writing writing) {
        return json(200, writing);
    }

    static GraphAnswer text(String text) {
        return new GraphAnswer(
                200,
                headers("Content-Type", "text/plain"),
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static GraphAnswer bytes(String type, byte[] bytes) {
        return new GraphAnswer(200, headers("Content-Type", type), bytes);
    }

    static GraphAnswer nothing() {
        return new GraphAnswer(204, new LinkedHashMap<>(), new byte[0]);
    }

    static GraphAnswer of(GraphProblem problem, GraphRequest request) {
        GraphAnswer answer =
                json(
                        problem.status(),
                        json -> {
                            json.writeObjectFieldStart("error");
                            json.writeStringField("code", problem.code());
                            json.writeStringField("message", problem.getMessage());
                            json.writeObjectFieldStart("innerError");
                            if (problem.status() == 429) {
                                json.writeStringField("code", "429");
                            }
                            json.writeStringField(
                                    "date", request.now().toString().substring(0, 19));
                            json.writeStringField("request-id", request.id());
                            json.writeStringField(
                                    "client-request-id",
                                    request.header("client-request-id").orElse(request.id()));
                            json.writeEndObject();
                            json.writeEndObject();
                        });
        answer.headers().putAll(problem.headers());
        return answer;
    }

    GraphAnswer with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    boolean isJson() {
        return headers.getOrDefault("Content-Type", "").startsWith("application/json");
    }

    private static Map<String, String> headers(String name, String value) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(name, value);
        return headers;
    }
}
