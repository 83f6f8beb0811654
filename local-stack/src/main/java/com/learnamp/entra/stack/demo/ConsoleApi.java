package com.learnamp.entra.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.learnamp.entra.stack.options.StackProblem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** admin-console's API, as any program of a customer or of operations uses it. */
public final class ConsoleApi {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final String console;

    public ConsoleApi(String console) {
        this.console = console;
    }

    /** A token for the client, good for the scopes (apart by spaces). */
    public String token(String clientId, String clientSecret, String scopes) {
        Map<String, String> fields =
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", clientId,
                        "client_secret", clientSecret,
                        "scope", scopes);
        String form =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(request("/oauth/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    public JsonNode get(String path, String token) {
        return send(authorised(path, token).GET());
    }

    public JsonNode post(String path, String token, JsonNode body) {
        return send(authorised(path, token).POST(json(body)));
    }

    public JsonNode put(String path, String token, JsonNode body) {
        return send(authorised(path, token).PUT(json(body)));
    }

    private HttpRequest.Builder authorised(String path, String token) {
        return request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(console + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpRequest asked = request.build();
        try {
            HttpResponse<String> answer = client.send(asked, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StackProblem(
                        "The console answers %d to %s %s: %s"
                                .formatted(
                                        answer.statusCode(),
                                        asked.method(),
                                        asked.uri().getPath(),
                                        answer.body()));
            }
            return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (IOException failure) {
            throw new StackProblem("The console does not answer at " + console, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
    }

    private static HttpRequest.BodyPublisher json(JsonNode body) {
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
