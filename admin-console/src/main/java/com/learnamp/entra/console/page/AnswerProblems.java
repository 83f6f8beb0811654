package com.learnamp.entra.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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

    /** What is so, and what it means. */
    record Problem(Theme theme, String title, String text) {}

    @CheckedTemplate(basePath = "ProblemPage")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance problem(Problem view);
    }

    @ServerResponseFilter
    void describe(
            ContainerRequestContext request,
            ContainerResponseContext answer,
            RoutingContext context) {
        String path = context.normalizedPath();
        boolean page =
                !path.startsWith("/api/") && !path.startsWith("/v1/") && !path.startsWith("/oauth");
        if (!page || answer.getEntity() != null) {
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
                Templates.problem(new Problem(Theme.of(context), title, text)).render(),
                new Annotation[0],
                MediaType.TEXT_HTML_TYPE);
    }
}
