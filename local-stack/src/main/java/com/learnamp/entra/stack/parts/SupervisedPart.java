package com.learnamp.entra.stack.parts;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A part that is started again whenever it dies, after a pause that grows with each death in a row.
 */
public final class SupervisedPart {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_LOOKS_WHEN_UP = Duration.ofSeconds(1);
    private static final Duration STEADY_AFTER = Duration.ofMinutes(1);

    private final Part part;
    private final String log;
    private final Pause pause;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private volatile @Nullable ProcessHandle process;
    private volatile PartStatus.State state = PartStatus.State.STARTING;
    private volatile String reason = "starting";
    private volatile int restarts;
    private long upSince;

    public SupervisedPart(Part part, String log, Pause pause) {
        this.part = part;
        this.log = log;
        this.pause = pause;
    }

    public String name() {
        return part.name();
    }

    public void start() {
        Thread.ofPlatform()
                .name("supervise-" + part.name())
                .daemon()
                .start(this::superviseUntilStopped);
    }

    public PartStatus status() {
        Optional<ProcessHandle> alive = Optional.ofNullable(process).filter(ProcessHandle::isAlive);
        return new PartStatus(
                part.name(),
                alive.map(ProcessHandle::pid).orElse(0L),
                alive.map(Processes::startOf).orElse(0L),
                part.port(),
                state,
                reason,
                restarts,
                log);
    }

    public boolean isUp() {
        return state == PartStatus.State.UP
                && Optional.ofNullable(process).filter(ProcessHandle::isAlive).isPresent();
    }

    /** As {@code kill -9} would; the supervision then starts it again. */
    public void kill() {
        @Nullable ProcessHandle current = process;
        if (current != null) {
            current.destroyForcibly();
            current.onExit().join();
        }
    }

    /** Asks the process to end, and waits for it; the supervision then starts it again. */
    public void restart() {
        @Nullable ProcessHandle current = process;
        if (current != null) {
            part.stop(current);
        }
    }

    /** Ends the supervision and the process, and waits for both. */
    public void stop() {
        stopping.countDown();
        ended.join();
    }

    private void superviseUntilStopped() {
        try {
            while (!stopped()) {
                runOnce();
                if (!stopped()) {
                    restarts++;
                    waitUnlessStopped(pause.next());
                }
            }
        } finally {
            state = PartStatus.State.STOPPED;
            reason = "stopped";
            ended.complete(null);
        }
    }

    private void runOnce() {
        tell(PartStatus.State.STARTING, "starting");
        try {
            ProcessHandle started = part.start();
            process = started;
            watch(started);
            if (stopped()) {
                part.stop(started);
            } else {
                tell(PartStatus.State.DOWN, "it ended; see " + log);
            }
        } catch (IOException | RuntimeException failure) {
            tell(PartStatus.State.DOWN, "it can't be started: " + failure.getMessage());
        }
    }

    private void watch(ProcessHandle started) {
        while (!stopped() && started.isAlive()) {
            Optional<String> problem = part.problem();
            if (problem.isEmpty()) {
                steady();
                tell(PartStatus.State.UP, "");
            } else {
                tell(
                        isUp() || state == PartStatus.State.DOWN ? PartStatus.State.DOWN : state,
                        problem.get());
            }
            waitUnlessStopped(isUp() ? BETWEEN_LOOKS_WHEN_UP : BETWEEN_LOOKS);
        }
    }

    /** A part that dies right after it came up must not be started again without a pause. */
    private void steady() {
        if (!isUp()) {
            upSince = System.nanoTime();
        } else if (System.nanoTime() - upSince > STEADY_AFTER.toNanos()) {
            pause.reset();
        }
    }

    private void tell(PartStatus.State newState, String newReason) {
        state = newState;
        reason = newReason;
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void waitUnlessStopped(Duration duration) {
        try {
            if (stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            stopping.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
