package com.learnamp.entra.console.setup;

import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.InvalidInput;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.OperationsToo;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.settings.Author;
import com.learnamp.entra.console.settings.CheckConnection;
import com.learnamp.entra.console.settings.SaveSettings;
import com.learnamp.entra.console.settings.SettingsChange;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Set up: directory and group, authorise, preferences, first sync; each step saved by itself. */
@Path("/setup")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class SetupPages {

    private static final int BAD_REQUEST = 400;

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final SaveSettings save;
    private final CheckConnection check;
    private final EnterDirectory enter;
    private final ReadSetup read;

    SetupPages(
            CurrentVisitor visitor,
            Frames frames,
            SaveSettings save,
            CheckConnection check,
            EnterDirectory enter,
            ReadSetup read) {
        this.visitor = visitor;
        this.frames = frames;
        this.save = save;
        this.check = check;
        this.enter = enter;
        this.read = read;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance setup(Frame frame, SetupView view);

        static native TemplateInstance setup$check(Frame frame, SetupView view);

        static native TemplateInstance disconnect(Frame frame);
    }

    @GET
    public TemplateInstance setup(
            @RestQuery @Nullable String saved, @RestQuery @Nullable String notice) {
        return frames.page((transaction, frame) ->
                Templates.setup(
                        frame,
                        read.view(transaction, frame, ReadSetup.Entered.nothing(saved, notice))));
    }

    /** Asked for while the answer to a look is awaited; then the whole page has something new. */
    @GET
    @Path("check")
    public Response check() {
        return frames.page((transaction, frame) -> {
            SetupView view = read.view(transaction, frame, ReadSetup.Entered.nothing(null, null));
            return view.check() != null && view.check().waiting()
                    ? Response.ok(Templates.setup$check(frame, view)).build()
                    : Response.noContent().header("HX-Refresh", "true").build();
        });
    }

    /** Operations bind the tenant by it; of anybody else it is a claim, to be proved. */
    @OperationsToo
    @POST
    @Path("directory")
    public Response directory(
            @RestForm @Nullable String tenantId, @RestForm @Nullable String groupId) {
        try {
            return to("?saved=" + enter.enter(visitor.company(), tenantId, groupId, author()));
        } catch (InvalidInput e) {
            return again(e.problems(), tenantId, groupId);
        }
    }

    @OperationsToo
    @POST
    @Path("check")
    public Response look() {
        try {
            check.ask(visitor.company(), Optional.empty(), Optional.empty(), author());
        } catch (InvalidInput e) {
            return again(e.problems(), null, null);
        }
        return to("");
    }

    @POST
    @Path("preferences")
    public Response preferences(
            @RestForm @Nullable String invitations,
            @RestForm @Nullable String assignManagers,
            @RestForm @Nullable String syncPhotos,
            @RestForm @Nullable String disabledAccounts) {
        FieldProblems problems = new FieldProblems();
        SettingsChange change =
                SettingsChange.ofPreferences(
                        Optional.ofNullable(invitations),
                        assignManagers != null,
                        syncPhotos != null,
                        disabledAccounts != null,
                        problems);
        try {
            problems.refuseAny();
            save.change(visitor.company(), change, author());
        } catch (InvalidInput e) {
            return again(e.problems(), null, null);
        }
        return to("?saved=preferences");
    }

    /** The first sync; from then on people are followed. */
    @POST
    @Path("connect")
    public Response connect() {
        try {
            SaveSettings.Outcome outcome = save.connect(visitor.company(), author());
            return outcome.run().map(run -> redirect("/runs/" + run.id())).orElseGet(() -> to(""));
        } catch (InvalidInput e) {
            return again(e.problems(), null, null);
        }
    }

    @GET
    @Path("disconnect")
    public TemplateInstance confirm() {
        return frames.page((transaction, frame) -> Templates.disconnect(frame));
    }

    @POST
    @Path("disconnect")
    public Response disconnect() {
        save.disconnect(visitor.company(), author());
        return to("");
    }

    private Response again(
            FieldProblems problems, @Nullable String tenantId, @Nullable String groupId) {
        return Response.status(BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(
                        frames.page((transaction, frame) ->
                                Templates.setup(
                                        frame,
                                        read.view(
                                                transaction,
                                                frame,
                                                new ReadSetup.Entered(
                                                        problems, tenantId, groupId, "", null)))))
                .build();
    }

    private Author author() {
        return new Author(visitor.get().name(), visitor.get().isStaff());
    }

    private Response to(String query) {
        return redirect("/setup" + query);
    }

    private Response redirect(String path) {
        return Response.seeOther(URI.create(visitor.get().home() + path)).build();
    }
}
