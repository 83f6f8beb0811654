package com.learnamp.entra.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** An answer, with the parts of it that tests look at. */
public record Reply(HttpResponse<byte[]> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        return response.body();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException malformed) {
            throw new AssertionError(body(), malformed);
        }
    }

    /** The code of a Graph error: the one thing to branch on. */
    public String code() {
        return json().path("error").path("code").asText();
    }

    public List<JsonNode> values() {
        return StreamSupport.stream(json().path("value").spliterator(), false).toList();
    }

    public String nextLink() {
        return json().path("@odata.nextLink").asText("");
    }

    public String deltaLink() {
        return json().path("@odata.deltaLink").asText("");
    }
}
