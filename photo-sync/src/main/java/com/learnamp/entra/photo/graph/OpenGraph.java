package com.learnamp.entra.photo.graph;

import com.learnamp.entra.graph.GraphSettings;
import com.learnamp.entra.graph.MicrosoftGraph;
import com.learnamp.entra.graph.RequestKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/** One door to Graph for the process. A wrong setting ends the start with its name. */
@ApplicationScoped
class OpenGraph {

    private static final int HTTP_OK = 200;

    @Startup
    @Produces
    @Singleton
    MicrosoftGraph graph(GraphConfig config, MeterRegistry meters) {
        GraphSettings settings =
                new GraphSettings(
                        config.baseUrl(),
                        config.loginUrl(),
                        config.loginCa().orElse(null),
                        config.clientId().orElse(""),
                        config.clientSecretFile()
                                .map(OpenGraph::read)
                                .or(config::clientSecret)
                                .orElse(""));
        count(meters, RequestKind.PHOTO_METADATA, HTTP_OK);
        count(meters, RequestKind.PHOTO_BYTES, HTTP_OK);
        return new MicrosoftGraph(
                settings,
                request -> count(meters, request.kind(), request.status()).increment(),
                Clock.systemUTC());
    }

    void close(@Disposes MicrosoftGraph graph) {
        graph.close();
    }

    private static Counter count(MeterRegistry meters, RequestKind kind, int status) {
        return Counter.builder("graph.requests")
                .description("requests to Graph that were answered; status 0: no answer came")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .tag("lane", "bulk")
                .tag("status", Integer.toString(status))
                .register(meters);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("graph.client-secret-file can't be read: " + file, e);
        }
    }
}
