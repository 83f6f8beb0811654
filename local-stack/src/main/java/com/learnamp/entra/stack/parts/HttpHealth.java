package com.learnamp.entra.stack.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks a part's address whether it is up; a service names the checks that fail. */
public final class HttpHealth implements Supplier<Optional<String>> {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final URI address;

    public HttpHealth(HttpClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    @Override
    public Optional<String> get() {
        try {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Optional.empty()
                    : Optional.of(failedChecks(answer.body()));
        } catch (IOException notYet) {
            return Optional.of("does not answer yet");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static String failedChecks(String body) {
        List<String> failed = new ArrayList<>();
        try {
            for (JsonNode check : JSON.readTree(body).path("checks")) {
                if (!"UP".equals(check.path("status").asText())) {
                    failed.add(check.path("name").asText());
                }
            }
        } catch (IOException notOurHealth) {
            return "answers, but not as expected";
        }
        return failed.isEmpty() ? "not ready" : "not ready: " + String.join(", ", failed);
    }
}
