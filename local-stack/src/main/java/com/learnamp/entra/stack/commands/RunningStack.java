package com.learnamp.entra.stack.commands;

import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.home.Orphans;
import com.learnamp.entra.stack.home.OwnersFile;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.home.StackState;
import com.learnamp.entra.stack.home.StateFile;
import com.learnamp.entra.stack.options.StackProblem;

/** The stack that runs with this directory, if one does. */
final class RunningStack {

    private RunningStack() {}

    /**
     * @throws StackProblem if none runs
     */
    static StackState in(StackDirectory directory) {
        StackState state =
                new StateFile(directory.state()).read().orElseThrow(RunningStack::nothingRuns);
        if (state.launcherRuns()) {
            return state;
        }
        throw Orphans.of(state) ? onlyPartsRun() : nothingRuns();
    }

    private static StackProblem nothingRuns() {
        return new StackProblem("No local stack runs here: ./dev run starts one");
    }

    private static StackProblem onlyPartsRun() {
        return new StackProblem(
                "The launcher was killed, and parts of its stack still run: ./dev run starts everything again,"
                        + " ./dev stop ends what is left");
    }

    /**
     * @throws StackProblem if it has not been made yet
     */
    static DemoCompany company(StackDirectory directory) {
        return new OwnersFile(directory.company())
                .read(DemoCompany.class)
                .orElseThrow(
                        () -> new StackProblem("The demo company is being made; try again soon"));
    }
}
