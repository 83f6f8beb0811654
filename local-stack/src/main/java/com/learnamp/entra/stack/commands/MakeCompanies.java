package com.learnamp.entra.stack.commands;

import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.options.StackProblem;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes many companies, a few at a time.
 *
 * @param token of operations
 * @param password of each company's Owner
 */
record MakeCompanies(
        ConsoleApi console, String token, String password, SimulatorControls simulator) {

    private static final int AT_ONCE = 8;
    private static final int SAY_EVERY = 20;
    private static final Duration LONGEST = Duration.ofMinutes(12);
    private static final Clock CLOCK = Clock.systemUTC();

    /**
     * @return once each has had its first sync
     * @throws StackProblem if one can't be made, or it takes too long
     */
    List<SmallCompany> make(int count, PrintStream out) {
        Instant start = CLOCK.instant();
        ExecutorService makers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<SmallCompany>> making = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                int each = number;
                making.add(makers.submit(() -> SmallCompany.make(this, each)));
            }
            List<SmallCompany> made = new ArrayList<>();
            for (Future<SmallCompany> each : making) {
                made.add(await(each, start));
                if (made.size() % SAY_EVERY == 0 || made.size() == count) {
                    out.printf(
                            "%d companies made, and their first syncs ended, in %d s%n",
                            made.size(), Duration.between(start, CLOCK.instant()).toSeconds());
                }
            }
            return made;
        } finally {
            makers.shutdownNow();
        }
    }

    private static SmallCompany await(Future<SmallCompany> making, Instant start) {
        Duration left = LONGEST.minus(Duration.between(start, CLOCK.instant()));
        try {
            return making.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new StackProblem("A company could not be made: " + failure.getMessage(), failure);
        } catch (TimeoutException late) {
            throw new StackProblem(
                    "The companies are not made after %d minutes: take fewer --companies"
                            .formatted(LONGEST.toMinutes()),
                    late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
    }

    @Override
    public String toString() {
        return "MakeCompanies";
    }
}
