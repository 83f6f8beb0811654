package com.learnamp.entra.stack.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The simulator's directory as its control API tells and changes it. */
record SimulatedDirectory(String address) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Everybody in the group now, each with everything that a perfect copy would have. */
    JsonNode scope() {
        return send(request("/simulator/scope").GET()).path("people");
    }

    List<DirectoryPerson> people() {
        List<DirectoryPerson> people = new ArrayList<>();
        scope().forEach(person -> people.add(DirectoryPerson.of(person)));
        return people;
    }

    /** The ids of those who are deleted and can be restored. */
    Set<String> deleted() {
        Set<String> ids = new HashSet<>();
        send(request("/simulator/people?state=DELETED&max=10000").GET())
                .forEach(person -> ids.add(person.path("id").asText()));
        return ids;
    }

    /** Random changes, the same ones for the same seed and directory. */
    JsonNode churn(int count, int seed) {
        return send(
                request("/simulator/churn")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"count\":%d,\"seed\":%d}".formatted(count, seed))));
    }

    /** Changes one attribute of a person. */
    void change(String id, String attribute, String value) {
        send(
                request("/simulator/people/" + id)
                        .method(
                                "PATCH",
                                HttpRequest.BodyPublishers.ofString(
                                        JSON.createObjectNode().put(attribute, value).toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json");
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError("the simulator answers " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
