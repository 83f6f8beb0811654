package com.learnamp.entra.console.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes addresses with the ending that the API's own answers give them, such as {@code
 * /v1/teams/15.json}. An external id may end so by itself, and stays whole.
 */
class StripJsonEnding {

    private static final String ENDING = ".json";

    @ServerRequestFilter(preMatching = true)
    public void strip(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath();
        boolean ofExternalId = path.contains("/by_") && !path.endsWith("/users" + ENDING);
        if (ApiPaths.documented(path) && path.endsWith(ENDING) && !ofExternalId) {
            request.setRequestUri(
                    UriBuilder.fromUri(uri)
                            .replacePath(path.substring(0, path.length() - ENDING.length()))
                            .build());
        }
    }
}
