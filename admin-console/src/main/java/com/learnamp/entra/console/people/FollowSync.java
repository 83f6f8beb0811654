package com.learnamp.entra.console.people;

import com.learnamp.entra.console.page.Listener;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Tells a listener the steps of one person's sync as they happen, until the last. */
@ApplicationScoped
class FollowSync {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int LOOKS_BETWEEN_SIGNS_OF_LIFE = 50;

    /** Five minutes: by then Microsoft has not answered for long, and the page says so. */
    private static final int MOST_LOOKS = 1000;

    private final ExecutorService threads;

    FollowSync(@VirtualThreads ExecutorService threads) {
        this.threads = threads;
    }

    /** What there is to tell. */
    record Look(boolean finished, String text) {}

    /** The first is told before this returns: the answer begins with it. */
    void follow(Listener listener, Supplier<Look> look) {
        Look first = look.get();
        listener.tell("steps", first.text());
        threads.execute(() -> goOn(listener, look, first));
    }

    private static void goOn(Listener listener, Supplier<Look> look, Look first) {
        try (listener) {
            Look last = first;
            boolean heard = true;
            for (int looks = 1; heard && !last.finished() && looks < MOST_LOOKS; looks++) {
                Thread.sleep(BETWEEN_LOOKS);
                Look next = look.get();
                heard =
                        (next.text().equals(last.text()) || listener.tell("steps", next.text()))
                                && (looks % LOOKS_BETWEEN_SIGNS_OF_LIFE != 0
                                        || listener.giveSignOfLife());
                last = next;
            }
            listener.tell("done", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The service ends; whoever listens connects anew.
        }
    }
}
