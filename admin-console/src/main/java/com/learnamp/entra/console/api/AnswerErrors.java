package com.learnamp.entra.console.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every error of the API its documented shape, wherever in the server it arose. */
class AnswerErrors {

    private static final int FIRST_ERROR = 400;

    @ServerResponseFilter
    void describe(ContainerRequestContext request, ContainerResponseContext answer) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (!ApiPaths.contain(path)) {
            return;
        }
        answer.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, java.util.List.of("no-store"));
        if (answer.getStatus() < FIRST_ERROR || answer.getEntity() instanceof ErrorAnswer) {
            return;
        }
        if (answer.getEntity() == null || ApiPaths.documented(path)) {
            answer.setEntity(
                    ErrorAnswer.ofStatus(answer.getStatus()),
                    new Annotation[0],
                    MediaType.APPLICATION_JSON_TYPE);
        }
        if (answer.getStatus() == 403) {
            answer.getHeaders()
                    .putSingle(HttpHeaders.WWW_AUTHENTICATE, AccessTokenMechanism.LACKS_SCOPE);
        }
    }
}
