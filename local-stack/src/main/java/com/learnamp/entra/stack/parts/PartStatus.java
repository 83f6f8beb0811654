package com.learnamp.entra.stack.parts;

/**
 * How a part is.
 *
 * @param pid 0 when it has no process
 * @param startedAt the process's start in milliseconds, by which a process is known although pids
 *     are used again; 0 when it can't be known
 * @param reason why it is not up; empty when it is
 * @param restarts how often it died and was started again
 */
public record PartStatus(
        String name,
        long pid,
        long startedAt,
        int port,
        State state,
        String reason,
        int restarts,
        String log) {

    /** How far a part is. */
    public enum State {
        STARTING,
        UP,
        DOWN,
        STOPPED
    }
}
