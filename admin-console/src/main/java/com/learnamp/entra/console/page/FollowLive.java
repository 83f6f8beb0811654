package com.learnamp.entra.console.page;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * The changing parts of a page, live: each again whenever it has changed, until nothing goes on.
 */
@ApplicationScoped
public class FollowLive {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);
    private static final long LOOKS_BETWEEN_SIGNS_OF_LIFE = 20;

    /** Then the browser connects anew, and who it is, is looked up anew. */
    private static final long MOST_LOOKS = 800;

    private final ExecutorService threads;

    FollowLive(@VirtualThreads ExecutorService threads) {
        this.threads = threads;
    }

    /**
     * A part of the page.
     *
     * @param event by which the page knows it
     * @param mark it is told again when this has changed
     * @param atOnce whether it is told to whoever has just connected
     */
    public record Part(String event, String text, Object mark, boolean atOnce) {

        public static Part shown(String event, String html) {
            return new Part(event, html, html, true);
        }

        /** What is read out, and not at every change. */
        public static Part announced(String event, String text, long mark) {
            return new Part(event, text, mark, false);
        }
    }

    /**
     * The page as it is now.
     *
     * @param parts the same ones at every look
     */
    public record Look(boolean goesOn, List<Part> parts) {

        public Look {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The answer begins with what is told before this returns, and goes on afterwards: two that
     * begin it at once leave it empty, and nothing can be closed before that.
     */
    public void follow(Listener listener, Supplier<Look> look) {
        Look first = look.get();
        first.parts().stream()
                .filter(Part::atOnce)
                .forEach(part -> listener.tell(part.event(), part.text()));
        threads.execute(() -> goOn(listener, look, first));
    }

    private static void goOn(Listener listener, Supplier<Look> look, Look first) {
        try (listener) {
            Look last = first;
            boolean heard = true;
            for (long looks = 1; heard && looks < MOST_LOOKS; looks++) {
                Thread.sleep(BETWEEN_LOOKS);
                if (!last.goesOn()) {
                    listener.tell("done", "");
                    return;
                }
                Look next = look.get();
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

    /** What is new; nothing may be. */
    private static boolean tell(Listener listener, Look last, Look next) {
        boolean heard = true;
        for (int index = 0; heard && index < next.parts().size(); index++) {
            Part part = next.parts().get(index);
            heard =
                    part.mark().equals(last.parts().get(index).mark())
                            || listener.tell(part.event(), part.text());
        }
        return heard;
    }
}
