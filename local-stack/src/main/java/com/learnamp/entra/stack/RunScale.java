package com.learnamp.entra.stack;

import com.learnamp.entra.stack.commands.MeasureScale;

/** {@code ./dev scale}: starts a stack, measures it, and stops it. */
final class RunScale {

    private RunScale() {}

    static int once(StackPlan plan) {
        try (LocalStack stack = LocalStack.prepare(plan, new Progress(System.out))) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.start();
            stack.markReady(0);
            return MeasureScale.in(stack.directory(), System.out);
        }
    }
}
