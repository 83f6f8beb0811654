package com.learnamp.entra.console.runs;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;

/**
 * A run, live: the changing part of its page again whenever it has changed, until the run ends. The
 * numbers come from the store, so whoever connects late or twice sees the same.
 */
@Path("/runs/{id}/events")
@Page
@RunOnVirtualThread
class WatchRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(15);

    /** Then the browser connects anew, and who he is is looked up anew. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Frames frames;

    WatchRun(Frames frames) {
        this.frames = frames;
    }

    private record Look(boolean running, String html, String announcement, long tenth) {}

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void watch(@PathParam("id") String id, @Context SseEventSink sink, @Context Sse sse)
            throws InterruptedException {
        RunPages.parse(id);
        try (sink) {
            Look last = look(id);
            tell(sink, sse, "progress", last.html());
            Instant end = Instant.now().plus(LONGEST);
            Instant lastWord = Instant.now();
            while (last.running() && !sink.isClosed() && Instant.now().isBefore(end)) {
                Thread.sleep(BETWEEN_LOOKS);
                Look next = look(id);
                if (!next.html().equals(last.html())) {
                    tell(sink, sse, "progress", next.html());
                    lastWord = Instant.now();
                } else if (lastWord.plus(BETWEEN_SIGNS_OF_LIFE).isBefore(Instant.now())) {
                    sink.send(sse.newEventBuilder().comment("still running").build());
                    lastWord = Instant.now();
                }
                if (next.tenth() != last.tenth()) {
                    tell(sink, sse, "announce", next.announcement());
                }
                last = next;
            }
            if (!last.running()) {
                tell(sink, sse, "done", "");
            }
        }
    }

    private Look look(String id) {
        return frames.page((transaction, frame) -> {
            RunPages.OneView view = RunPages.read(transaction, id, frame, false);
            return new Look(
                    view.run().running(),
                    html(frame, view),
                    view.run().announcement(),
                    view.run().tenth());
        });
    }

    private static String html(Frame frame, RunPages.OneView view) {
        return RunPages.Templates.run$live(frame, view).render();
    }

    private static void tell(SseEventSink sink, Sse sse, String name, String html) {
        OutboundSseEvent event =
                sse.newEventBuilder()
                        .name(name)
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, html)
                        .build();
        sink.send(event);
    }
}
