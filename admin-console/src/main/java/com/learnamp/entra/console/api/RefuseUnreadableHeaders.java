package com.learnamp.entra.console.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Headers that can't be parsed are the caller's fault; unseen here they would pass for ours. */
class RefuseUnreadableHeaders {

    @ServerRequestFilter(preMatching = true)
    public Optional<Response> refuse(ContainerRequestContext request) {
        if (!ApiPaths.contain(request.getUriInfo().getRequestUri().getRawPath())) {
            return Optional.empty();
        }
        @Nullable String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && !readable(() -> MediaType.valueOf(type))) {
            return Optional.of(Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE).build());
        }
        return readable(request::getAcceptableMediaTypes)
                ? Optional.empty()
                : Optional.of(Response.status(Response.Status.NOT_ACCEPTABLE).build());
    }

    private static boolean readable(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
