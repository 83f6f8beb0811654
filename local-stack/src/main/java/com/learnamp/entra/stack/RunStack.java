package com.learnamp.entra.stack;

/** {@code ./dev run}: starts the stack and stays until it is told to stop. */
final class RunStack {

    private RunStack() {}

    static int until(StackPlan plan) {
        Progress progress = new Progress(System.out);
        LocalStack stack = LocalStack.prepare(plan, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start();
        SetUpDemo.Result demo = SetUpDemo.in(stack, progress);
        progress.print(Summary.of(stack, demo, progress.elapsed()));
        stack.markReady(demo.peopleAreThere() ? 0 : 1);
        stack.awaitClosed();
        return 0;
    }
}
