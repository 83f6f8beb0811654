package com.learnamp.entra.stack;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** {@code ./dev run}: starts the stack and stays until it is told to stop. */
final class RunStack {

    /** Held here, since loggers that nobody holds forget their level. */
    private static final List<Logger> QUIET =
            Stream.of("org.apache.kafka", "io.zonky", "org.flywaydb")
                    .map(Logger::getLogger)
                    .toList();

    private RunStack() {}

    static int until(StackPlan plan) {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        Progress progress = new Progress(System.out);
        LocalStack stack = LocalStack.prepare(plan, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start();
        stack.markReady(SetUpDemo.in(stack, progress) ? 0 : 1);
        stack.awaitClosed();
        return 0;
    }
}
