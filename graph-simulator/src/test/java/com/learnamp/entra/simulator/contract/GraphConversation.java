package com.learnamp.entra.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A client that knows nothing of Graph but its addresses. */
public final class GraphConversation {

    public static final String[] EVENTUAL = {"ConsistencyLevel", "eventual"};

    private final Target target;
    private final HttpClient http;
    private String token = "";

    public GraphConversation(Target target) {
        this.target = target;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(target.tls())
                        .build();
    }

    /** One that has signed in as the app. */
    public static GraphConversation signedIn(Target target) {
        GraphConversation conversation = new GraphConversation(target);
        conversation.signIn();
        return conversation;
    }

    public void signIn() {
        token = token(Map.of()).json().path("access_token").asText();
    }

    public void useToken(String other) {
        token = other;
    }

    public Target target() {
        return target;
    }

    /** The token endpoint's answer to the usual form with some fields changed. */
    public Reply token(Map<String, String> changed) {
        return token(target.tenantId(), changed);
    }

    public Reply token(String tenant, Map<String, String> changed) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", target.clientId());
        form.put("client_secret", target.clientSecret());
        form.put("grant_type", "client_credentials");
        form.put("scope", "https://graph.microsoft.com/.default");
        form.putAll(changed);
        return form(target.loginUrl() + "/" + tenant + "/oauth2/v2.0/token", form);
    }

    public Reply form(String url, Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /** By a path behind the version, or a whole address such as a nextLink. */
    public Reply get(String pathOrUrl, String... headers) {
        return send(request(pathOrUrl, headers).GET().build());
    }

    public Reply post(String pathOrUrl, String json, String... headers) {
        return send("POST", pathOrUrl, json, headers);
    }

    public Reply send(String method, String pathOrUrl, String json, String... headers) {
        return send(
                request(pathOrUrl, headers)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    public Reply delete(String pathOrUrl) {
        return send(request(pathOrUrl).DELETE().build());
    }

    /** All objects of a collection, page after page. */
    public List<JsonNode> all(String path, String... headers) {
        List<JsonNode> all = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            Reply page = get(next, headers);
            if (page.status() != 200) {
                throw new AssertionError(page.status() + " " + page.body());
            }
            all.addAll(page.values());
            next = page.nextLink();
        }
        return all;
    }

    /** A round of a delta query: everything on its pages, and the link to the next round. */
    public Round round(String pathOrLink, String... headers) {
        List<JsonNode> all = new ArrayList<>();
        int pages = 0;
        String next = pathOrLink;
        while (true) {
            Reply page = get(next, headers);
            if (page.status() != 200) {
                throw new AssertionError(page.status() + " " + page.body());
            }
            pages++;
            all.addAll(page.values());
            if (!page.deltaLink().isEmpty()) {
                return new Round(all, page.deltaLink(), pages);
            }
            next = page.nextLink();
        }
    }

    public record Round(List<JsonNode> values, String deltaLink, int pages) {

        public List<JsonNode> of(String id) {
            return values.stream()
                    .filter(value -> value.path("id").asText().equals(id))
                    .distinct()
                    .toList();
        }
    }

    private HttpRequest.Builder request(String pathOrUrl, String... headers) {
        String url = pathOrUrl.startsWith("http") ? pathOrUrl : target.graphBaseUrl() + pathOrUrl;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.replace(" ", "%20")));
        if (!token.isEmpty() && url.startsWith(target.graphBaseUrl())) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private Reply send(HttpRequest request) {
        try {
            return new Reply(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
