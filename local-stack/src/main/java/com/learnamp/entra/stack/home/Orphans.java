package com.learnamp.entra.stack.home;

import com.learnamp.entra.stack.parts.PartStatus;
import com.learnamp.entra.stack.parts.Processes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Parts that a killed launcher left behind: they are recognised by pid and start, and ended. */
public final class Orphans {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private Orphans() {}

    /** Whether any part still runs of a stack whose launcher doesn't. */
    public static boolean of(StackState former) {
        return former.parts().stream()
                .anyMatch(part -> Processes.find(part.pid(), part.startedAt()).isPresent());
    }

    /**
     * The names of what was ended: services first, since without a broker they stop slowly.
     * PostgreSQL is left to its own part, which knows how to stop it.
     */
    public static List<String> end(StackState former) {
        return former.parts().reversed().stream()
                .filter(part -> !part.name().equals("postgres"))
                .filter(part -> part.pid() != former.pid())
                .filter(Orphans::endIfAlive)
                .map(PartStatus::name)
                .toList();
    }

    private static boolean endIfAlive(PartStatus part) {
        Optional<ProcessHandle> orphan = Processes.find(part.pid(), part.startedAt());
        orphan.ifPresent(process -> Processes.end(process, GRACE));
        return orphan.isPresent();
    }
}
