package com.learnamp.entra.stack.parts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes by pid and start, since pids are used again. */
public final class Processes {

    private static final long SAME_WITHIN_MILLISECONDS = 2_000;

    private Processes() {}

    public static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** The living process, if it is still the one that started then. */
    public static Optional<ProcessHandle> find(long pid, long startedAt) {
        return pid <= 0
                ? Optional.empty()
                : ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(process ->
                                Math.abs(startOf(process) - startedAt) < SAME_WITHIN_MILLISECONDS);
    }

    /** Asks it to end, and ends it if it has not within the time. */
    public static void end(ProcessHandle process, Duration within) {
        process.destroy();
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException | TimeoutException stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
