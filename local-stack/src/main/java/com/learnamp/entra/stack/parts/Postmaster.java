package com.learnamp.entra.stack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The first process of a PostgreSQL, by the file that it leaves in its data directory. It outlives
 * a launcher that was killed.
 */
final class Postmaster {

    private Postmaster() {}

    /** Empty too when the file is there and the process is gone, or is something else by now. */
    static Optional<ProcessHandle> in(Path directory) {
        return pid(directory.resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info()
                                .command()
                                .map(command -> command.endsWith("postgres"))
                                .orElse(true));
    }

    /** The quick way to stop in good order: SIGINT, which drops the clients' connections. */
    static void stop(ProcessHandle postmaster, Duration within) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start().waitFor();
            postmaster.onExit().get(within.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException stubborn) {
            postmaster.destroyForcibly();
        }
    }

    private static Optional<Long> pid(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
