package com.learnamp.entra.console.page;

import com.learnamp.entra.console.api.ApiPaths;
import com.learnamp.entra.console.api.Outage;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where there is no page, and where one fails, there is a page that says so. */
@ApplicationScoped
class AnswerTheRestOfPages {

    private static final Logger LOG = Logger.getLogger(AnswerTheRestOfPages.class);

    private static final int NOT_FOUND = 404;

    void routes(@Observes Router router) {
        router.route().last().handler(AnswerTheRestOfPages::missing);
        router.route().order(Integer.MIN_VALUE).failureHandler(AnswerTheRestOfPages::failed);
    }

    private static void missing(RoutingContext request) {
        if (isOfPrograms(request)) {
            request.next();
        } else {
            FrameWords words = MessageBundles.get(FrameWords.class);
            answer(request, NOT_FOUND, words.notFound(), words.notFoundText());
        }
    }

    private static void failed(RoutingContext request) {
        @Nullable Throwable failure = request.failure();
        if (isOfPrograms(request) || request.response().headWritten() || failure == null) {
            request.next();
            return;
        }
        FrameWords words = MessageBundles.get(FrameWords.class);
        if (Outage.explains(failure)) {
            LOG.warn("The store is away, and so are the pages.");
            answer(
                    request,
                    HttpResponseStatus.SERVICE_UNAVAILABLE.code(),
                    words.away(),
                    words.awayText());
            return;
        }
        String reference = UUID.randomUUID().toString();
        LOG.errorf(failure, "a page failed reference=%s", reference);
        answer(
                request,
                HttpResponseStatus.INTERNAL_SERVER_ERROR.code(),
                words.failed(),
                words.failedText(reference));
    }

    private static boolean isOfPrograms(RoutingContext request) {
        String path = request.normalizedPath();
        return ApiPaths.contain(path) || path.startsWith("/q/");
    }

    private static void answer(RoutingContext request, int status, String title, String text) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .end(ProblemPage.of(request, title, text));
    }
}
