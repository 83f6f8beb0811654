package com.learnamp.entra.stack;

import com.learnamp.entra.stack.commands.MeasureCompanies;
import com.learnamp.entra.stack.options.RunOptions;
import com.learnamp.entra.stack.options.StackProblem;
import java.util.List;
import java.util.Map;

/** {@code ./dev companies}: starts a stack with many companies, measures it, and stops it. */
final class RunCompanies {

    private static final int FEWEST = 5;

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
            SetUpDemo.in(stack, progress);
            stack.markReady(0);
            return MeasureCompanies.in(stack.directory(), count, System.out);
        }
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
