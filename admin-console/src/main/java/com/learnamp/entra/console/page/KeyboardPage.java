package com.learnamp.entra.console.page;

import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.OperationsToo;
import com.learnamp.entra.console.session.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Keys that do something everywhere, and the switch that keeps them from it in this browser. */
@Path("/keyboard")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class KeyboardPage {

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private final CurrentVisitor visitor;
    private final Frames frames;

    KeyboardPage(CurrentVisitor visitor, Frames frames) {
        this.visitor = visitor;
        this.frames = frames;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance keyboard(Frame frame, boolean saved);
    }

    @GET
    public TemplateInstance keyboard(@RestQuery boolean saved) {
        return visitor.get().openCompany().isPresent()
                ? frames.page((transaction, frame) -> Templates.keyboard(frame, saved))
                : Templates.keyboard(frames.ofNoCompany(), saved);
    }

    @OperationsToo
    @POST
    public Response choose(@RestForm boolean on) {
        return Response.seeOther(URI.create(visitor.get().home() + "/keyboard?saved=true"))
                .cookie(
                        new NewCookie.Builder(SearchKey.COOKIE)
                                .value(on ? "on" : SearchKey.OFF)
                                .path("/")
                                .maxAge(A_YEAR)
                                .httpOnly(true)
                                .sameSite(NewCookie.SameSite.LAX)
                                .build())
                .build();
    }
}
