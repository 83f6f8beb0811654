package com.learnamp.entra.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A client that knows nothing of the simulator but its addresses. */
final class GraphConversation {

    static final ObjectMapper JSON = new ObjectMapper();

    private final GraphSimulator simulator;
    private final HttpClient http;
    private String token = "";

    GraphConversation(GraphSimulator simulator) {
        this.simulator = simulator;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(trusting(simulator))
                        .build();
    }

    /** One that has signed in as the app. */
    static GraphConversation signedIn(GraphSimulator simulator) {
        GraphConversation conversation = new GraphConversation(simulator);
        conversation.signIn();
        return conversation;
    }

    void signIn() {
        token = token(simulator.clientSecret()).json().path("access_token").asText();
    }

    void useToken(String other) {
        token = other;
    }

    String token() {
        return token;
    }

    Reply token(String secret) {
        return token(simulator.tenantId(), Map.of("client_secret", secret));
    }

    Reply token(String tenant, Map<String, String> changed) {
        Map<String, String> form = new java.util.LinkedHashMap<>();
        form.put("client_id", simulator.clientId());
        form.put("client_secret", simulator.clientSecret());
        form.put("grant_type", "client_credentials");
        form.put("scope", "https://graph.microsoft.com/.default");
        form.putAll(changed);
        return form(simulator.loginUrl() + "/" + tenant + "/oauth2/v2.0/token", form);
    }

    Reply form(String url, Map<String, String> form) {
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
    Reply get(String pathOrUrl, String... headers) {
        return send(request(pathOrUrl, headers).GET().build());
    }

    Reply post(String pathOrUrl, String json, String... headers) {
        return send(
                request(pathOrUrl, headers)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    Reply patch(String pathOrUrl, String json) {
        return send(
                request(pathOrUrl)
                        .header("Content-Type", "application/json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    Reply delete(String pathOrUrl) {
        return send(request(pathOrUrl).DELETE().build());
    }

    /** All objects of a collection, page after page. */
    List<JsonNode> all(String path, String... headers) {
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

    private HttpRequest.Builder request(String pathOrUrl, String... headers) {
        String url =
                pathOrUrl.startsWith("http") ? pathOrUrl : simulator.graphBaseUrl() + pathOrUrl;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.replace(" ", "%20")));
        if (!token.isEmpty()) {
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
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static SSLContext trusting(GraphSimulator simulator) {
        try (InputStream pem = Files.newInputStream(simulator.loginCa())) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException failure) {
            throw new AssertionError(failure);
        }
    }

    record Reply(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException malformed) {
                throw new AssertionError(body(), malformed);
            }
        }

        String code() {
            return json().path("error").path("code").asText();
        }

        List<JsonNode> values() {
            return StreamSupport.stream(json().path("value").spliterator(), false).toList();
        }

        String nextLink() {
            return json().path("@odata.nextLink").asText("");
        }

        String deltaLink() {
            return json().path("@odata.deltaLink").asText("");
        }
    }
}
