package com.learnamp.entra.stack;

import com.learnamp.entra.stack.commands.MeasureCompanies;
import com.learnamp.entra.stack.options.RunOptions;
import com.learnamp.entra.stack.options.StackProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code ./dev companies}: starts a stack with many companies, measures it, and stops it. */
final class RunCompanies {

    private static final int FEWEST = 5;
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private RunCompanies() {}

    /**
     * @param arguments how many companies, and then options as for a run
     */
    static int once(List<String> arguments, Map<String, String> environment) {
        int count = count(arguments.isEmpty() ? "" : arguments.getFirst());
        StackPlan plan =
                StackPlan.of(RunOptions.parse(arguments.stream().skip(1).toList()), environment);
        Progress progress = new Progress(System.out);
        try (LocalStack stack = LocalStack.prepare(plan, progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.start();
            return CompletableFuture.supplyAsync(
                            () -> measured(stack, count, progress), Thread::startVirtualThread)
                    .get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new StackProblem(
                    "It is not done after %d minutes, and was stopped"
                            .formatted(LONGEST.toMinutes()),
                    late);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof StackProblem problem
                    ? problem
                    : new StackProblem("It failed: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
    }

    private static int measured(LocalStack stack, int count, Progress progress) {
        SetUpDemo.in(stack, progress);
        stack.markReady(0);
        return MeasureCompanies.in(stack.directory(), count, System.out);
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= FEWEST) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // said below, like a number that is too small
        }
        throw new StackProblem("--companies takes a whole number from " + FEWEST + " on");
    }
}
