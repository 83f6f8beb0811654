package com.learnamp.entra.fetcher.graph;

import com.learnamp.entra.graph.GraphSettings;
import com.learnamp.entra.graph.MicrosoftGraph;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;

/** One door to Graph for the process. A wrong setting ends the start with its name. */
@ApplicationScoped
class OpenGraph {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Startup
    @Produces
    @Singleton
    MicrosoftGraph graph(
            GraphConfig config, CountRequests listener, MeterRegistry meters, Clock clock) {
        GraphSettings settings =
                new GraphSettings(
                        config.baseUrl(),
                        config.loginUrl(),
                        config.loginCa().orElse(null),
                        config.clientId().orElse(""),
                        secret(config));
        MicrosoftGraph graph = new MicrosoftGraph(settings, listener, clock);
        Gauge.builder("graph.budget.spent", () -> graph.spentBudgets().max().orElse(0))
                .description("the share of its budget that the busiest tenant has spent")
                .register(meters);
        Gauge.builder(
                        "graph.tenants.waiting",
                        () -> graph.spentBudgets().filter(OpenGraph::all).count())
                .description("tenants that may not be asked anything at the moment")
                .register(meters);
        return graph;
    }

    private static boolean all(double spent) {
        return spent >= 1;
    }

    void close(@Disposes MicrosoftGraph graph) {
        graph.close();
    }

    private static String secret(GraphConfig config) {
        return config.clientSecretFile()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(
                                "the file with the client secret (GRAPH_CLIENT_SECRET_FILE)"
                                        + " can't be read: "
                                        + file,
                                e);
                    }
                })
                .or(config::clientSecret)
                .orElse("");
    }
}
