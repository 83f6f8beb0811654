package com.learnamp.entra.stack.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.stack.parts.PartStatus;
import com.learnamp.entra.stack.parts.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStateTest {

    @TempDir Path directory;

    @Test
    void isReadAsItWasWritten() {
        StateFile file = new StateFile(directory.resolve("state.json"));
        StackState state = state(part(ProcessHandle.current()));

        file.write(state);

        assertThat(file.read()).contains(state);
        assertThat(state.launcherRuns()).isTrue();
    }

    @Test
    void isNothingWhenTheFileIsMissingOrBroken() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.json"), "{\"pid\"");

        assertThat(new StateFile(directory.resolve("none.json")).read()).isEmpty();
        assertThat(new StateFile(broken).read()).isEmpty();
    }

    @Test
    void leadsToTheOrphansOfAKilledLauncherAndToNobodyElse() throws IOException {
        Process orphan = new ProcessBuilder("sleep", "60").start();
        Process other = new ProcessBuilder("sleep", "60").start();
        PartStatus reused =
                new PartStatus(
                        "reused pid", other.pid(), 1_000, 1, PartStatus.State.UP, "", 0, "log");

        List<String> ended = Orphans.end(state(part(orphan.toHandle()), reused));

        assertThat(ended).containsExactly("part");
        assertThat(orphan.isAlive()).isFalse();
        assertThat(other.isAlive()).isTrue();
        other.destroy();
    }

    private static PartStatus part(ProcessHandle process) {
        return new PartStatus(
                "part",
                process.pid(),
                Processes.startOf(process),
                1,
                PartStatus.State.UP,
                "",
                0,
                "log");
    }

    private static StackState state(PartStatus... parts) {
        ProcessHandle self = ProcessHandle.current();
        return new StackState(
                self.pid(),
                Processes.startOf(self),
                true,
                "http://localhost:8080",
                "",
                "127.0.0.1:19092",
                "jdbc:postgresql://127.0.0.1:15432/learnamp",
                List.of(parts));
    }
}
