package com.learnamp.entra.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the launcher says while it works, each line with the seconds since its start. */
public final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", elapsed().toMillis() / 1_000.0, line);
        out.flush();
    }

    /** Without the time: what is printed once all is done. */
    public void print(String text) {
        out.println(text);
        out.flush();
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
