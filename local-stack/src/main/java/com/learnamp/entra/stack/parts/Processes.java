package com.learnamp.entra.stack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Processes by pid and start, since pids are used again. */
public final class Processes {

    private static final long SAME_WITHIN_MILLISECONDS = 2_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private Processes() {}

    public static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** The living process, if it is still the one that started then. */
    public static Optional<ProcessHandle> find(long pid, long startedAt) {
        return pid <= 0
                ? Optional.empty()
                : ProcessHandle.of(pid)
                        .filter(Processes::runs)
                        .filter(process ->
                                Math.abs(startOf(process) - startedAt) < SAME_WITHIN_MILLISECONDS);
    }

    /** Asks it to end, and ends it if it has not within the time. */
    public static void end(ProcessHandle process, Duration within) {
        process.destroy();
        if (!endsWithin(process, within)) {
            process.destroyForcibly();
            endsWithin(process, within);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        while (runs(process) && System.nanoTime() < until) {
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !runs(process);
    }

    /**
     * Whether it does anything yet: one that has ended, and whose parent has not asked about it, is
     * alive to Java, which in a container can last half a minute.
     */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException elsewhere) {
            return false;
        }
    }
}
