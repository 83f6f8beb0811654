package com.learnamp.entra.simulator.notifications;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/** Sends to the apps' addresses. Their certificates are taken as they are. */
final class Webhook {

    private static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private final HttpClient client;

    Webhook(Vertx vertx) {
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setTrustAll(true)
                                .setVerifyHost(false)
                                .setMaxPoolSize(8)
                                .setConnectTimeout(3_000));
    }

    /** Fails unless the address answers with the token, decoded, as plain text. */
    Future<Void> validate(String url) {
        String token =
                "Validation: Testing client application reachability for subscription "
                        + "Request-Id: "
                        + UUID.randomUUID()
                        + " +/=&<>";
        String target =
                url
                        + (url.contains("?") ? '&' : '?')
                        + "validationToken="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return post(target, "text/plain; charset=utf-8", Buffer.buffer(), HANDSHAKE)
                .compose(response -> response.body().map(body -> isEcho(response, body, token)))
                .otherwise(false)
                .compose(echoed ->
                        echoed
                                ? Future.succeededFuture()
                                : Future.failedFuture(
                                        SubscriptionProblem.invalid(
                                                "Subscription validation request failed."
                                                        + " Notification endpoint must"
                                                        + " respond with 200 OK to"
                                                        + " validation request.")));
    }

    /** The status; fails if there is no answer in time. */
    Future<Integer> deliver(String url, Buffer json, Duration timeout) {
        return post(url, "application/json; charset=utf-8", json, timeout)
                .compose(response -> response.end().map(response.statusCode()));
    }

    private Future<HttpClientResponse> post(
            String url, String type, Buffer body, Duration timeout) {
        return client.request(
                        new RequestOptions()
                                .setMethod(HttpMethod.POST)
                                .setAbsoluteURI(url)
                                .setTimeout(timeout.toMillis())
                                .putHeader("Content-Type", type))
                .compose(request -> request.send(body));
    }

    private static boolean isEcho(HttpClientResponse response, Buffer body, String token) {
        String type = Objects.requireNonNullElse(response.getHeader("Content-Type"), "");
        return response.statusCode() == 200
                && type.startsWith("text/plain")
                && body.toString(StandardCharsets.UTF_8).equals(token);
    }
}
