package com.learnamp.entra.stack.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.learnamp.entra.stack.options.StackProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** The simulator's control API, as far as commands measure by it. */
final class SimulatorControls implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    SimulatorControls(String address) {
        this.address = address;
    }

    /** Everybody in the group: id, and photo or null. */
    JsonNode people() {
        return send("GET", "/simulator/scope", "").path("people");
    }

    void paint(String person, long seed) {
        send(
                "PUT",
                "/simulator/people/" + person + "/photo",
                "{\"seed\":%d,\"side\":240}".formatted(seed));
    }

    void removePhoto(String person) {
        send("DELETE", "/simulator/people/" + person + "/photo", "");
    }

    /** Random changes of attributes, which all raise notifications. */
    void churn(int count) {
        send("POST", "/simulator/churn", "{\"count\":%d,\"only\":[\"update\"]}".formatted(count));
    }

    /** Somebody from outside joins a group in the scope. */
    void join() {
        send("POST", "/simulator/churn", "{\"count\":1,\"only\":[\"join\"]}");
    }

    /** How many the app has in that tenant. */
    int subscriptions(String tenant) {
        return send("GET", "/simulator/subscriptions?tenant=" + tenant, "").size();
    }

    /** Somebody in that tenant's group who is no guest. */
    String member(String tenant) {
        for (JsonNode person :
                send("GET", "/simulator/scope?tenant=" + tenant, "").path("people")) {
            if (person.path("userType").asText().equals("Member")) {
                return person.path("id").asText();
            }
        }
        throw new StackProblem("The group of tenant " + tenant + " has no member but guests");
    }

    /** Gives the person another job title. */
    void promote(String tenant, String person, String job) {
        send(
                "PATCH",
                "/simulator/people/" + person + "?tenant=" + tenant,
                "{\"jobTitle\":\"%s\"}".formatted(job));
    }

    /**
     * A tenant of twenty people that trusts the app.
     *
     * @param seed of its people
     * @return id and groupId
     */
    JsonNode addTenant(long seed) {
        return send(
                "POST",
                "/simulator/tenants",
                "{\"people\":20,\"consented\":true,\"seed\":%d}".formatted(seed));
    }

    /**
     * @param faults by name, as the simulator's control API has them
     */
    void trouble(String tenant, String faults) {
        send("PUT", "/simulator/faults?tenant=" + tenant, faults);
    }

    /** Else they would be good for an hour, whatever the secret. */
    void revokeTokens(String tenant) {
        send("POST", "/simulator/tokens/revoke?tenant=" + tenant, "{}");
    }

    void deleteGroup(String tenant, String group) {
        send("DELETE", "/simulator/groups/" + group + "?tenant=" + tenant, "");
    }

    /** People vanish, as when Entra's admins delete them. */
    void delete(int count) {
        send("POST", "/simulator/churn", "{\"count\":%d,\"only\":[\"delete\"]}".formatted(count));
    }

    /** The first tenant: id, and groupId of its root group. */
    JsonNode tenant() {
        return send("GET", "/simulator", "").path("tenants").path(0);
    }

    /** How much there is to be listed: members, people, nestedGroups, tenantUsers. */
    JsonNode size() {
        return send("GET", "/simulator/scope/size", "");
    }

    /** By kind, since they were counted from zero: requests and resourceUnits of each. */
    JsonNode counts() {
        return send("GET", "/simulator/requests", "");
    }

    void countFromZero() {
        send("DELETE", "/simulator/requests", "");
    }

    /**
     * @param kind method and path, as the simulator counts them
     */
    long requests(String kind) {
        JsonNode counts = send("GET", "/simulator/requests", "");
        JsonNode of = counts.has(kind) ? counts.get(kind) : counts.findPath(kind);
        return of.path("requests").asLong();
    }

    private JsonNode send(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StackProblem("The simulator refused: " + answer.body());
            }
            return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (IOException failure) {
            throw new StackProblem("The simulator does not answer at " + address, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
