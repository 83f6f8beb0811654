package com.learnamp.entra.console.runs;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.page.Listener;
import com.learnamp.entra.console.session.Page;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/**
 * A run, live: the changing part of its page again whenever it has changed, until the run ends. The
 * numbers come from the store, so whoever connects late or twice sees the same.
 */
@Path("/runs/{id}/events")
@Page
@RunOnVirtualThread
class WatchRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);
    private static final long LOOKS_BETWEEN_SIGNS_OF_LIFE = 20;

    /** Then the browser connects anew, and who it is, is looked up anew. */
    private static final long MOST_LOOKS = 800;

    private final Frames frames;
    private final ExecutorService threads;

    WatchRun(Frames frames, @VirtualThreads ExecutorService threads) {
        this.frames = frames;
        this.threads = threads;
    }

    private record Look(boolean running, String html, String announcement, long tenth) {}

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void watch(@PathParam("id") String id, @Context SseEventSink sink, @Context Sse sse) {
        Look first = look(id);
        Listener listener = new Listener(sink, sse);
        listener.tell("progress", first.html());
        threads.execute(() -> follow(id, first, listener));
    }

    /**
     * The answer has begun with the first event, and goes on when the method above has returned:
     * two that begin it at once leave it empty, and nothing can be closed before that.
     */
    private void follow(String id, Look first, Listener listener) {
        try (listener) {
            Look last = first;
            boolean heard = true;
            for (long looks = 1; heard && looks < MOST_LOOKS; looks++) {
                Thread.sleep(BETWEEN_LOOKS);
                if (!last.running()) {
                    listener.tell("done", "");
                    return;
                }
                Look next = look(id);
                heard =
                        tell(listener, last, next)
                                && (looks % LOOKS_BETWEEN_SIGNS_OF_LIFE != 0
                                        || listener.giveSignOfLife());
                last = next;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The service ends; the browser connects anew.
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

    /** What is new; nothing may be. */
    private static boolean tell(Listener listener, Look last, Look next) {
        return (next.html().equals(last.html()) || listener.tell("progress", next.html()))
                && (next.tenth() == last.tenth() || listener.tell("announce", next.announcement()));
    }
}
