package com.learnamp.entra.stack.home;

import com.learnamp.entra.stack.options.StackProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the local stack keeps everything that it writes. */
public record StackDirectory(Path path) {

    public static final String NAME = ".local-stack";

    public StackDirectory {
        path = path.toAbsolutePath();
    }

    /**
     * Makes what is missing.
     *
     * @throws StackProblem if it can't be written
     */
    public StackDirectory prepare() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(mails());
            Files.delete(Files.createTempFile(path, "write", ".test"));
            return this;
        } catch (IOException unwritable) {
            throw new StackProblem(
                    "%s can't be written (%s). Give yourself the right to write there, or name another directory: LOCAL_STACK_DIR=/some/where ./dev run"
                            .formatted(path, reason(unwritable)),
                    unwritable);
        }
    }

    /**
     * Deletes the data, for a start from nothing.
     *
     * @throws StackProblem if something can't be deleted
     */
    public void clear() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException failure) {
            throw new StackProblem(path + " can't be deleted: " + reason(failure), failure);
        }
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /** The part's log, empty: what an earlier start left is kept beside it. */
    public Path newLog(String part) {
        Path log = log(part);
        try {
            if (Files.exists(log)) {
                Files.move(
                        log,
                        logs().resolve(part + ".before.log"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new StackProblem(log + " can't be moved: " + reason(failure), failure);
        }
        return log;
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path mails() {
        return path.resolve("mails");
    }

    public Path state() {
        return path.resolve("state.json");
    }

    /** There once all is said and done; holds the exit code of a detached start. */
    public Path ready() {
        return path.resolve("ready");
    }

    public Path secrets() {
        return path.resolve("secrets.json");
    }

    public Path company() {
        return path.resolve("company.json");
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    public Path kafka() {
        return path.resolve("kafka");
    }

    public Path simulator() {
        return path.resolve("simulator");
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName().replace("Exception", "")
                + " "
                + failure.getMessage();
    }
}
