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

/**
 * A directory of the simulator as its control API tells and changes it.
 *
 * @param tenant empty for the first one
 */
public record SimulatedDirectory(String address, String tenant) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Of the first tenant. */
    SimulatedDirectory(String address) {
        this(address, "");
    }

    /** Everybody in the group now, each with everything that a perfect copy would have. */
    JsonNode scope() {
        return send(request("/simulator/scope").GET()).path("people");
    }

    public List<DirectoryPerson> people() {
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

    /**
     * Random changes, the same ones for the same seed and directory. Whole subgroups stay where
     * they are: where half of the people leave at once, provisioning stops, as it should.
     */
    JsonNode churn(int count, int seed) {
        return send(
                request("/simulator/churn")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"count\":%d,\"seed\":%d,\"except\":[\"moveSubgroup\"]}"
                                                .formatted(count, seed))));
    }

    /** What each subscription of the app is about. */
    List<String> subscribed() {
        List<String> resources = new ArrayList<>();
        subscriptions().forEach(each -> resources.add(each.path("resource").asText()));
        return resources;
    }

    /** Of the first tenant. */
    String tenantId() {
        return send(request("/simulator").GET()).path("tenants").path(0).path("id").asText();
    }

    JsonNode subscriptions() {
        return send(request("/simulator/subscriptions").GET());
    }

    /** A group in the group, with so many people in it, directly or through others. */
    Subgroup subgroup(int fewest, int most) {
        for (JsonNode listed : send(request("/simulator/groups?max=1000").GET())) {
            String id = listed.path("id").asText();
            int people = send(request("/simulator/scope?group=" + id).GET()).path("count").asInt();
            JsonNode parents = send(request("/simulator/groups/" + id).GET()).path("memberOf");
            if (people >= fewest && people <= most && parents.size() == 1) {
                return new Subgroup(parents.get(0).asText(), id);
            }
        }
        throw new AssertionError("no subgroup of " + fewest + " to " + most + " people");
    }

    void detach(Subgroup subgroup) {
        send(request(subgroup.path()).DELETE());
    }

    void attach(Subgroup subgroup) {
        send(request(subgroup.path()).PUT(HttpRequest.BodyPublishers.noBody()));
    }

    /**
     * @param parent the group that it is in
     */
    record Subgroup(String parent, String id) {
        private String path() {
            return "/simulator/groups/" + parent + "/members/" + id;
        }
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

    /** A photo of its own for each seed. */
    void paint(String id, int seed) {
        send(
                request("/simulator/people/" + id + "/photo")
                        .PUT(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"seed\":%d,\"side\":240}".formatted(seed))));
    }

    void removePhoto(String id) {
        send(request("/simulator/people/" + id + "/photo").DELETE());
    }

    /** Anything else of the control API. */
    public JsonNode send(String method, String path, String body) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        String whose =
                tenant.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + "tenant=" + tenant;
        return HttpRequest.newBuilder(URI.create(address + path + whose))
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
