package com.learnamp.entra.stack.parts;

import java.io.IOException;
import java.util.Optional;

/** A part of the system: how it is started, asked how it is, and stopped. */
public interface Part {

    String name();

    int port();

    /** Starts it once more; what is left of an earlier start is cleared away first. */
    ProcessHandle start() throws IOException;

    /** Why it is not up yet, or no longer; empty when it is up. */
    Optional<String> problem();

    /** Ends it in an orderly way and waits until it is gone. */
    void stop(ProcessHandle process);
}
