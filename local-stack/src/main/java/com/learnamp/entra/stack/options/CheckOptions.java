package com.learnamp.entra.stack.options;

import java.util.List;

/**
 * Refuses a mistake on the command line; {@code ./dev} runs it from its source, before it builds.
 */
public final class CheckOptions {

    private CheckOptions() {}

    public static void main(String[] arguments) {
        try {
            RunOptions.parse(List.of(arguments));
        } catch (StackProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(2);
        }
    }
}
