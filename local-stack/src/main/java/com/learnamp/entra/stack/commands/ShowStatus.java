package com.learnamp.entra.stack.commands;

import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.home.StackState;
import com.learnamp.entra.stack.home.StateFile;
import com.learnamp.entra.stack.options.StackProblem;
import com.learnamp.entra.stack.parts.PartStatus;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** {@code ./dev status}: each part with its pid, its port, whether it is up or why not. */
public final class ShowStatus {

    private ShowStatus() {}

    /**
     * @return 0 if everything is up, else 1
     */
    public static int of(StackDirectory directory, List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty() && !arguments.equals(List.of("--json"))) {
            throw new StackProblem("./dev status takes --json or nothing");
        }
        StackState state = RunningStack.in(directory);
        if (arguments.isEmpty()) {
            print(state, out);
        } else {
            out.println(StateFile.json(state));
        }
        return state.parts().stream().allMatch(part -> part.state() == PartStatus.State.UP) ? 0 : 1;
    }

    private static void print(StackState state, PrintStream out) {
        out.printf("%-20s %8s %6s  %-9s %8s  %s%n", "part", "pid", "port", "state", "restarts", "");
        for (PartStatus part : state.parts()) {
            out.printf(
                    "%-20s %8s %6d  %-9s %8d  %s%n",
                    part.name(),
                    part.pid() == 0 ? "-" : Long.toString(part.pid()),
                    part.port(),
                    part.state().name().toLowerCase(Locale.ROOT),
                    part.restarts(),
                    part.reason());
        }
        out.println();
        out.println("Console    " + state.console());
        if (!state.simulator().isEmpty()) {
            out.println("Simulator  " + state.simulator());
        }
    }
}
