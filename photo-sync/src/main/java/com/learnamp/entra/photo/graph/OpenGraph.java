package com.learnamp.entra.photo.graph;

import com.learnamp.entra.graph.AnsweredRequest;
import com.learnamp.entra.graph.GraphSettings;
import com.learnamp.entra.graph.MicrosoftGraph;
import io.micrometer.core.instrument.MeterRegistry;
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
        return new MicrosoftGraph(settings, request -> count(meters, request), Clock.systemUTC());
    }

    void close(@Disposes MicrosoftGraph graph) {
        graph.close();
    }

    private static void count(MeterRegistry meters, AnsweredRequest request) {
        meters.counter(
                        "graph.requests",
                        "kind",
                        request.kind().name().toLowerCase(Locale.ROOT),
                        "status",
                        Integer.toString(request.status()))
                .increment();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("graph.client-secret-file can't be read: " + file, e);
        }
    }
}
