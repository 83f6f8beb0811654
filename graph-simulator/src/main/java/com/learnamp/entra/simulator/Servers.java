package com.learnamp.entra.simulator;

import com.learnamp.entra.simulator.login.Certificates;
import com.learnamp.entra.simulator.login.ServerIdentity;
import com.learnamp.entra.simulator.login.ServerKeys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The same answers with and without TLS. */
record Servers(HttpServer http, HttpServer https) {

    /** Delta links and nextLinks are long. */
    private static final int LONGEST_REQUEST_LINE = 65_536;

    private static final long PATIENCE_SECONDS = 30;

    /**
     * @throws IllegalStateException if a port is in use
     */
    static Servers listen(
            Vertx vertx, SimulatorOptions options, Certificates certificates, Router router) {
        HttpServerOptions tls =
                new HttpServerOptions()
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setKeyCertOptions(new ServerKeys(ServerIdentity.of(certificates)));
        return new Servers(
                listen(
                        vertx,
                        new HttpServerOptions().setPort(options.httpPort()),
                        options,
                        "SIMULATOR_HTTP_PORT",
                        router),
                listen(
                        vertx,
                        tls.setPort(options.httpsPort()),
                        options,
                        "SIMULATOR_HTTPS_PORT",
                        router));
    }

    private static HttpServer listen(
            Vertx vertx,
            HttpServerOptions server,
            SimulatorOptions options,
            String variable,
            Router router) {
        server.setHost(options.host())
                .setCompressionSupported(true)
                .setMaxInitialLineLength(LONGEST_REQUEST_LINE);
        try {
            return await(vertx.createHttpServer(server).requestHandler(router).listen());
        } catch (ExecutionException failure) {
            throw new IllegalStateException(
                    "The simulator can't listen on %s port %d (%s): %s"
                            .formatted(
                                    options.host(), server.getPort(), variable, failure.getCause()),
                    failure);
        }
    }

    static <T> T await(Future<T> future) throws ExecutionException {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (TimeoutException failure) {
            throw new IllegalStateException("the simulator takes too long", failure);
        }
    }
}
