package com.learnamp.entra.console.replay;

import com.learnamp.entra.console.page.FollowLive;
import com.learnamp.entra.console.page.FollowLive.Look;
import com.learnamp.entra.console.page.FollowLive.Part;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.page.Listener;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** A replay, live, until it ends or is paused. */
@Path("/ops/replay/{id: [0-9a-f-]{36}}/events")
@Page
@RunOnVirtualThread
class WatchReplay {

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final ReadReplay readReplay;
    private final FollowLive followLive;

    WatchReplay(
            CurrentVisitor visitor, Frames frames, ReadReplay readReplay, FollowLive followLive) {
        this.visitor = visitor;
        this.frames = frames;
        this.readReplay = readReplay;
        this.followLive = followLive;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void watch(@RestPath String id, @Context SseEventSink sink, @Context Sse sse) {
        visitor.staff();
        UUID replay = OneReplayPage.found(id);
        followLive.follow(new Listener(sink, sse), () -> look(replay));
    }

    private Look look(UUID id) {
        Frame frame = frames.ofNoCompany();
        ReadReplay.View view = readReplay.read(id, frame, Optional.empty(), false);
        return new Look(
                view.replay().running(),
                List.of(
                        Part.shown(
                                "progress",
                                OneReplayPage.Templates.replay$live(frame, view).render()),
                        Part.shown(
                                "decisions",
                                OneReplayPage.Templates.replay$decisions(frame, view).render()),
                        Part.announced(
                                "announce", view.replay().announcement(), view.replay().tenth())));
    }
}
