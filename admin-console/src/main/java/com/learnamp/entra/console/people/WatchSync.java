package com.learnamp.entra.console.people;

import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.page.Listener;
import com.learnamp.entra.console.session.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The steps of one person's sync, live on the page. */
@Path("/individuals/{id: [0-9]{1,18}}/sync/events")
@Page
@RunOnVirtualThread
class WatchSync {

    private final Frames frames;
    private final FollowSync followSync;

    WatchSync(Frames frames, FollowSync followSync) {
        this.frames = frames;
        this.followSync = followSync;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance steps(SyncView steps);
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void watch(
            @RestPath long id,
            @RestQuery @Nullable String since,
            @Context SseEventSink sink,
            @Context Sse sse) {
        SyncStart start = SyncStart.parse(since).orElseThrow(NotFoundException::new);
        followSync.follow(new Listener(sink, sse), () -> look(id, start));
    }

    private FollowSync.Look look(long id, SyncStart start) {
        return frames.page((transaction, frame) -> {
            @Nullable SyncView view = SyncView.read(transaction, id, start, frame.times());
            if (view == null) {
                throw new NotFoundException();
            }
            return new FollowSync.Look(view.finished(), Templates.steps(view).render());
        });
    }
}
