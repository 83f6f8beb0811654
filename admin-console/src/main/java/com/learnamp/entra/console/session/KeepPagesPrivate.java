package com.learnamp.entra.console.session;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * A page shows people's data: no cache keeps it, so that nobody who comes to the browser after
 * signing out goes back to it. What names its own time, as pictures do, keeps that.
 */
class KeepPagesPrivate {

    @Page
    @ServerResponseFilter
    public void keep(ContainerResponseContext response) {
        if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
