package com.learnamp.entra.console.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where browsers find this console: what it is told, behind a proxy; else what the browser asked
 * for. Providers send people back only to addresses that are registered with them.
 */
@RequestScoped
public class ConsoleAddress {

    private final Optional<URI> told;
    private final RoutingContext request;

    ConsoleAddress(
            @ConfigProperty(name = "console.url") Optional<URI> told, RoutingContext request) {
        this.told = told;
        this.request = request;
    }

    /**
     * @param path with its slash
     */
    public URI of(String path) {
        String base =
                told.map(URI::toString)
                        .orElseGet(() ->
                                request.request().scheme() + "://" + request.request().authority());
        return URI.create(base.replaceAll("/+$", "") + path);
    }
}
