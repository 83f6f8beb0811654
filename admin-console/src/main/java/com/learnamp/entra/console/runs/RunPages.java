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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Sync runs: all of them, and one. */
@Path("/runs")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class RunPages {

    static final int MOST_CHANGES = 50;
    private static final int RUNS_A_PAGE = 30;

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final StartSync startSync;

    RunPages(CurrentVisitor visitor, Frames frames, StartSync startSync) {
        this.visitor = visitor;
        this.frames = frames;
        this.startSync = startSync;
    }

    /**
     * @param older where the next page begins; null on the last one
     */
    record ListView(List<RunView> runs, @Nullable String older, boolean newest) {}

    /**
     * @param joined whether it was running already when somebody pressed Sync users
     * @param undoable whether it has changed fields of somebody, and is at its end
     */
    record OneView(RunView run, List<ChangeView> changes, boolean joined, boolean undoable) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance runs(Frame frame, ListView view);

        static native TemplateInstance run(Frame frame, OneView view);

        static native TemplateInstance run$live(Frame frame, OneView view);
    }

    @GET
    public TemplateInstance all(@RestQuery Optional<String> before) {
        Optional<Instant> end = before.flatMap(RunPages::instant);
        return frames.page((transaction, frame) -> {
            List<SyncRun> found =
                    end.isPresent()
                            ? SyncRunRows.before(transaction, end.get(), RUNS_A_PAGE + 1)
                            : SyncRunRows.latest(transaction, RUNS_A_PAGE + 1);
            List<SyncRun> shown = found.subList(0, Math.min(RUNS_A_PAGE, found.size()));
            return Templates.runs(
                    frame,
                    new ListView(
                            shown.stream().map(run -> RunView.of(run, frame.times())).toList(),
                            found.size() > shown.size()
                                    ? shown.getLast().requestedAt().toString()
                                    : null,
                            end.isEmpty()));
        });
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

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
