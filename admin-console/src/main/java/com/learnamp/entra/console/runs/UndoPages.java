package com.learnamp.entra.console.runs;

import com.learnamp.entra.console.api.LeftAsIs;
import com.learnamp.entra.console.api.UndoRun;
import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.syncs.SyncRun;
import com.learnamp.entra.console.syncs.SyncRunRows;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Undoes the field changes of a run, once an admin has seen what that means. */
@Path("/runs/{id}/undo")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class UndoPages {

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final UndoRun undoRun;

    UndoPages(CurrentVisitor visitor, Frames frames, UndoRun undoRun) {
        this.visitor = visitor;
        this.frames = frames;
        this.undoRun = undoRun;
    }

    /** Somebody of whom something stays. */
    record Left(long userId, String name, String initials, int colour, List<Field> fields) {

        /** What stays, and why. */
        record Field(String name, String why) {}

        static Left of(LeftAsIs left) {
            return new Left(
                    left.personId(),
                    left.name(),
                    Faces.initials(left.name()),
                    Faces.colour(left.personId()),
                    left.fields().entrySet().stream()
                            .map(field -> new Field(field.getKey(), field.getValue().word()))
                            .toList());
        }

        /** A name is personal data. */
        @Override
        public String toString() {
            return "Left[" + userId + "]";
        }
    }

    /**
     * @param people who would have something back
     * @param left of whom something stays
     * @param named the first of these
     * @param done how many had something back a moment ago; null where nothing was done
     */
    record View(RunView run, long people, long left, List<Left> named, @Nullable Long done) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance undo(Frame frame, View view);
    }

    @GET
    public TemplateInstance confirm(@RestPath String id, @RestQuery @Nullable Long done) {
        SyncRun run = finished(id);
        UndoRun.Outcome outcome = undoRun.preview(visitor.company(), run.id().value());
        return frames.page((transaction, frame) ->
                Templates.undo(
                        frame,
                        new View(
                                RunView.of(run, frame.times()),
                                outcome.people(),
                                outcome.left(),
                                outcome.leftAsTheyAre().stream().map(Left::of).toList(),
                                done)));
    }

    @POST
    public Response undo(@RestPath String id) {
        SyncRun run = finished(id);
        UndoRun.Outcome outcome =
                undoRun.undo(visitor.company(), run.id().value(), visitor.get().name());
        return Response.seeOther(
                        URI.create(
                                visitor.get().home()
                                        + "/runs/"
                                        + run.id()
                                        + "/undo?done="
                                        + outcome.people()))
                .build();
    }

    /** One that is not at its end has nothing to undo yet. */
    private SyncRun finished(String id) {
        return frames.page(
                        (transaction, frame) -> SyncRunRows.find(transaction, RunPages.parse(id)))
                .filter(run -> !run.isRunning())
                .orElseThrow(NotFoundException::new);
    }
}
