package com.learnamp.entra.stack.faults;

import com.learnamp.entra.stack.LocalStack;
import com.learnamp.entra.stack.Progress;
import com.learnamp.entra.stack.StackPlan;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.home.StackState;
import com.learnamp.entra.stack.home.StateFile;
import com.learnamp.entra.stack.options.RunOptions;
import com.learnamp.entra.stack.parts.PartStatus;
import com.learnamp.entra.stack.ports.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A stack of its own in which time is short: what is done every few minutes is done every few
 * seconds, as the simulator's replicas lag by seconds and not by minutes. Its graph-fetcher dies
 * now and then.
 */
final class TroubledStack implements AutoCloseable {

    private static final Map<String, String> SHORT_TIMES =
            Map.ofEntries(
                    Map.entry("LOOK_UP_REREADS", "500ms,4s,20s"),
                    Map.entry("LOOK_UP_STALENESS", "30s"),
                    Map.entry("LOOK_UP_FIRST_PAUSE", "500ms"),
                    Map.entry("LOOK_UP_LONGEST_PAUSE", "10s"),
                    Map.entry("LISTING_GROUP_CHANGE_DELAY", "500ms"),
                    Map.entry("LISTING_GROUP_CHANGE_SECOND_LOOK", "4s"),
                    Map.entry("LISTING_FIRST_PAUSE", "500ms"),
                    Map.entry("LISTING_LONGEST_PAUSE", "10s"),
                    Map.entry("CONNECTION_WATCH_EVERY", "3s"),
                    Map.entry("FOLLOW_EVERY", "10s"),
                    Map.entry("FOLLOW_EVERY_UNCALLED", "3s"),
                    Map.entry("SUBSCRIPTION_VERIFY_EVERY", "10s"),
                    Map.entry("SUBSCRIPTION_FIRST_PAUSE", "1s"),
                    Map.entry("SUBSCRIPTION_LONGEST_PAUSE", "10s"));

    private static final StackDirectory DIRECTORY =
            new StackDirectory(Path.of("target/system-tests-faults").toAbsolutePath());

    private static final String FETCHER = "graph-fetcher";

    /** Once up, it lives this long at least: many tenants want it dead. */
    private static final Duration LIFE = Duration.ofSeconds(12);

    private final LocalStack stack;
    private long mayDieAt = System.nanoTime();
    private int deaths;

    private TroubledStack(LocalStack stack) {
        this.stack = stack;
    }

    static TroubledStack start() {
        LocalStack stack =
                LocalStack.prepare(
                        new StackPlan(
                                Path.of("..").toAbsolutePath().normalize(),
                                DIRECTORY,
                                Ports.free(),
                                RunOptions.parse(List.of("--fresh", "--people", "20")),
                                SHORT_TIMES),
                        new Progress(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        return new TroubledStack(stack.start());
    }

    StackState state() {
        return new StateFile(DIRECTORY.state()).read().orElseThrow();
    }

    LocalStack stack() {
        return stack;
    }

    void killFetcher() {
        if (mayDie()) {
            stack.kill(FETCHER);
        }
    }

    void restartFetcher() {
        if (mayDie()) {
            stack.restart(FETCHER);
        }
    }

    synchronized int deaths() {
        return deaths;
    }

    private synchronized boolean mayDie() {
        boolean up =
                stack.status().stream()
                        .filter(part -> part.name().equals(FETCHER))
                        .allMatch(part -> part.state() == PartStatus.State.UP);
        if (!up || System.nanoTime() < mayDieAt) {
            return false;
        }
        mayDieAt = System.nanoTime() + LIFE.toNanos();
        deaths++;
        return true;
    }

    @Override
    public void close() {
        stack.close();
    }
}
