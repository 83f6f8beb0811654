package com.learnamp.entra.stack.home;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.learnamp.entra.stack.parts.PartStatus;
import com.learnamp.entra.stack.parts.Processes;
import java.util.List;

/**
 * What the launcher says of itself and of its parts; tools read it.
 *
 * @param pid the launcher's; {@link #NOBODY} once it has closed the stack
 * @param startedAt the launcher's start in milliseconds
 * @param ready whether the demo company is set up, or what there is instead has been said
 * @param console the console's address
 * @param simulator the address of the simulator's page; empty when Graph isn't simulated
 * @param kafka bootstrap servers
 * @param store JDBC address
 */
public record StackState(
        long pid,
        long startedAt,
        boolean ready,
        String console,
        String simulator,
        String kafka,
        String store,
        List<PartStatus> parts) {

    /** Whose pid nothing has. */
    public static final long NOBODY = 0;

    public StackState {
        parts = List.copyOf(parts);
    }

    public boolean launcherRuns() {
        return Processes.find(pid, startedAt).isPresent();
    }

    @JsonIgnore
    public boolean isThisProcess() {
        return pid == ProcessHandle.current().pid();
    }
}
