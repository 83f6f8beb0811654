package com.learnamp.entra.stack.commands;

import com.learnamp.entra.stack.home.Orphans;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.home.StackState;
import com.learnamp.entra.stack.home.StateFile;
import com.learnamp.entra.stack.parts.DatabasePart;
import com.learnamp.entra.stack.parts.Processes;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ./dev stop}: ends the launcher, which ends its parts; or what a killed one has left. */
public final class StopStack {

    private static final Duration WITHIN = Duration.ofSeconds(60);

    private StopStack() {}

    public static int in(StackDirectory directory, PrintStream out) {
        Optional<StackState> state = new StateFile(directory.state()).read();
        Optional<ProcessHandle> launcher =
                state.flatMap(known -> Processes.find(known.pid(), known.startedAt()));
        launcher.ifPresent(process -> Processes.end(process, WITHIN));
        List<String> orphans = new ArrayList<>(state.map(Orphans::end).orElse(List.of()));
        if (DatabasePart.endOrphan(directory.postgres())) {
            orphans.add("postgres");
        }
        if (launcher.isPresent()) {
            out.println("Stopped");
        }
        if (!orphans.isEmpty()) {
            out.println("Stopped what was left: " + String.join(", ", orphans));
        } else if (launcher.isEmpty()) {
            out.println("Nothing runs here");
        }
        return 0;
    }
}
