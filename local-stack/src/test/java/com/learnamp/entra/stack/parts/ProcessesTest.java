package com.learnamp.entra.stack.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessesTest {

    @Test
    void findsByPidAndStartAndEnds() throws IOException {
        ProcessHandle sleeper = new ProcessBuilder("sleep", "60").start().toHandle();
        long startedAt = Processes.startOf(sleeper);

        assertThat(Processes.find(sleeper.pid(), startedAt)).contains(sleeper);
        assertThat(Processes.find(sleeper.pid(), startedAt - 60_000)).isEmpty();

        Processes.end(sleeper, Duration.ofSeconds(20));

        assertThat(Processes.find(sleeper.pid(), startedAt)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatHasEndedButWasNotAskedAboutDoesNotRun() throws IOException {
        Process parent =
                new ProcessBuilder("sh", "-c", "sleep 60 & echo $!; exec sleep 60").start();
        try (BufferedReader output = parent.inputReader()) {
            ProcessHandle child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            long startedAt = Processes.startOf(child);
            assertThat(Processes.find(child.pid(), startedAt)).contains(child);

            Processes.end(child, Duration.ofSeconds(20));

            assertThat(child.isAlive()).isTrue();
            assertThat(Processes.find(child.pid(), startedAt)).isEmpty();
        } finally {
            parent.destroyForcibly();
        }
    }
}
