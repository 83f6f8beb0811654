package com.learnamp.entra.stack.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SupervisedPartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sleeper sleeper = new Sleeper();
    private final SupervisedPart part =
            new SupervisedPart(
                    sleeper,
                    "sleeper.log",
                    new Pause(Duration.ofMillis(10), Duration.ofMillis(50)));

    @AfterEach
    void stop() {
        part.stop();
    }

    @Test
    void isUpOnceItsHealthSaysSo() {
        sleeper.problem = Optional.of("warming up");
        part.start();
        await(() -> part.status().reason().equals("warming up"));
        assertThat(part.status().state()).isEqualTo(PartStatus.State.STARTING);

        sleeper.problem = Optional.empty();

        await(part::isUp);
        assertThat(part.status().pid()).isEqualTo(sleeper.pid);
        assertThat(part.status().restarts()).isZero();
    }

    @Test
    void startsAgainAfterKillAndCountsIt() {
        part.start();
        await(part::isUp);
        long first = part.status().pid();

        part.kill();

        await(() -> part.isUp() && part.status().pid() != first);
        assertThat(part.status().restarts()).isEqualTo(1);
    }

    @Test
    void isDownWithTheReasonWhileItAnswersBadly() {
        part.start();
        await(part::isUp);

        sleeper.problem = Optional.of("not ready: Database");

        await(() -> part.status().state() == PartStatus.State.DOWN);
        assertThat(part.status().reason()).isEqualTo("not ready: Database");
    }

    @Test
    void leavesNoProcessWhenStopped() {
        part.start();
        await(part::isUp);
        long pid = part.status().pid();

        part.stop();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(part.status().state()).isEqualTo(PartStatus.State.STOPPED);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** A process that does nothing for a minute. */
    private static final class Sleeper implements Part {

        private volatile Optional<String> problem = Optional.empty();
        private volatile long pid;

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public int port() {
            return 1;
        }

        @Override
        public ProcessHandle start() throws IOException {
            ProcessHandle process = new ProcessBuilder("sleep", "60").start().toHandle();
            pid = process.pid();
            return process;
        }

        @Override
        public Optional<String> problem() {
            return problem;
        }

        @Override
        public void stop(ProcessHandle process) {
            Processes.end(process, Duration.ofSeconds(5));
        }
    }
}
