package com.learnamp.entra.console.page;

import com.learnamp.entra.console.api.ApiPaths;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A page in place of an empty answer, for people who come to where nothing is. */
class AnswerProblems {

    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    @ServerResponseFilter
    void describe(
            ContainerRequestContext request,
            ContainerResponseContext answer,
            RoutingContext context) {
        String path = context.normalizedPath();
        if (ApiPaths.contain(path) || answer.getEntity() != null) {
            return;
        }
        FrameWords words = MessageBundles.get(FrameWords.class);
        switch (answer.getStatus()) {
            case NOT_FOUND -> show(answer, context, words.notFound(), words.notFoundText());
            case FORBIDDEN -> show(answer, context, words.outOfDate(), words.outOfDateText());
            default -> {
                // Whoever answered has said what there is to say.
            }
        }
    }

    private static void show(
            ContainerResponseContext answer, RoutingContext context, String title, String text) {
        answer.setEntity(
                ProblemPage.of(context, title, text), new Annotation[0], MediaType.TEXT_HTML_TYPE);
    }
}
