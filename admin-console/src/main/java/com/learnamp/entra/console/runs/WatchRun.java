package com.learnamp.entra.console.runs;

import com.learnamp.entra.console.page.FollowLive;
import com.learnamp.entra.console.page.FollowLive.Look;
import com.learnamp.entra.console.page.FollowLive.Part;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.page.Listener;
import com.learnamp.entra.console.session.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;

/**
 * A run, live: the changing part of its page again whenever it has changed, until the run ends. The
 * numbers come from the store, so whoever connects late or twice sees the same.
 */
@Path("/runs/{id}/events")
@Page
@RunOnVirtualThread
class WatchRun {

    private final Frames frames;
    private final FollowLive followLive;

    WatchRun(Frames frames, FollowLive followLive) {
        this.frames = frames;
        this.followLive = followLive;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void watch(@PathParam("id") String id, @Context SseEventSink sink, @Context Sse sse) {
        followLive.follow(new Listener(sink, sse), () -> look(id));
    }

    private Look look(String id) {
        return frames.page((transaction, frame) -> {
            RunPages.OneView view = RunPages.read(transaction, id, frame, false);
            RunView run = view.run();
            return new Look(
                    run.running(),
                    List.of(
                            Part.shown(
                                    "progress", RunPages.Templates.run$live(frame, view).render()),
                            Part.announced("announce", run.announcement(), run.tenth())));
        });
    }
}
