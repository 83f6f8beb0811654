package com.learnamp.entra.console.runs;

import com.learnamp.entra.console.changes.ChangeView;
import com.learnamp.entra.console.changes.History;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.syncs.StartSync;
import com.learnamp.entra.console.syncs.SyncRun;
import com.learnamp.entra.console.syncs.SyncRunRows;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Sync runs: all of them, and one. */
@Path("/runs")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class RunPages {

    static final int MOST_CHANGES = 50;

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final StartSync startSync;

    RunPages(CurrentVisitor visitor, Frames frames, StartSync startSync) {
        this.visitor = visitor;
        this.frames = frames;
        this.startSync = startSync;
    }

    /**
     * @param joined whether it was running already when somebody pressed Sync users
     * @param undoable whether it has changed fields of somebody, and is at its end
     */
    record OneView(RunView run, List<ChangeView> changes, boolean joined, boolean undoable) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance runs(Frame frame, RunList view);

        static native TemplateInstance run(Frame frame, OneView view);

        static native TemplateInstance run$live(Frame frame, OneView view);
    }

    @GET
    public TemplateInstance all(
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String result,
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String before) {
        RunList.Query query = new RunList.Query(kind, result, month, before);
        return frames.page((transaction, frame) ->
                Templates.runs(frame, RunList.read(transaction, query, frame.times())));
    }

    /** Sync users. */
    @POST
    public Response press() {
        String home = visitor.get().home();
        return Response.seeOther(
                        URI.create(
                                switch (startSync.press(visitor.company(), visitor.get().name())) {
                                    case StartSync.Outcome.Begun(SyncRun run) ->
                                            home + "/runs/" + run.id();
                                    case StartSync.Outcome.Joined(SyncRun run) ->
                                            home + "/runs/" + run.id() + "?joined=true";
                                    case StartSync.Outcome.NotConnected nothing -> home + "/setup";
                                }))
                .build();
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") String id, @RestQuery boolean joined) {
        return frames.page(
                (transaction, frame) -> Templates.run(frame, read(transaction, id, frame, joined)));
    }

    static OneView read(StoreTransaction transaction, String id, Frame frame, boolean joined)
            throws SQLException {
        SyncRun run = SyncRunRows.find(transaction, parse(id)).orElseThrow(NotFoundException::new);
        return new OneView(
                RunView.of(run, frame.times()),
                History.ofRun(transaction, run.id().value(), MOST_CHANGES).stream()
                        .map(change -> ChangeView.of(change, frame.times()))
                        .toList(),
                joined,
                !run.isRunning() && run.figures().updated() > 0);
    }

    static SyncRunId parse(String id) {
        try {
            return SyncRunId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
