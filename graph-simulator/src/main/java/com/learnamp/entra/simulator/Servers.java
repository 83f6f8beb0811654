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
                listen(vertx, new HttpServerOptions(), options, options.httpPort(), router),
                listen(vertx, tls, options, options.httpsPort(), router));
    }

    private static HttpServer listen(
            Vertx vertx,
            HttpServerOptions server,
            SimulatorOptions options,
            int port,
            Router router) {
        server.setHost(options.host())
                .setPort(port)
                .setCompressionSupported(true)
                .setMaxInitialLineLength(LONGEST_REQUEST_LINE);
        try {
            return await(vertx.createHttpServer(server).requestHandler(router).listen());
        } catch (ExecutionException failure) {
            throw new IllegalStateException(
                    "The simulator can't listen on %s:%d: %s"
                            .formatted(options.host(), port, failure.getCause()),
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
