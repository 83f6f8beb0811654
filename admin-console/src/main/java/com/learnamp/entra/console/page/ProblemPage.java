package com.learnamp.entra.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;

/** A whole page that says what is wrong, and what it means. */
final class ProblemPage {

    private ProblemPage() {}

    record Problem(Theme theme, String title, String text) {}

    @CheckedTemplate(basePath = "ProblemPage")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance problem(Problem view);
    }

    static String of(RoutingContext request, String title, String text) {
        return Templates.problem(new Problem(Theme.of(request), title, text)).render();
    }
}
