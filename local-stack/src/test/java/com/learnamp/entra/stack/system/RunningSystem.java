package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.stack.LocalStack;
import com.learnamp.entra.stack.Progress;
import com.learnamp.entra.stack.SetUpDemo;
import com.learnamp.entra.stack.StackPlan;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.options.RunOptions;
import com.learnamp.entra.stack.ports.Port;
import com.learnamp.entra.stack.ports.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One local stack with its demo company for all system tests of this JVM, two of every service:
 * started at first need, on free ports, and stopped with the JVM.
 */
final class RunningSystem {

    static final int PEOPLE = 1_000;

    private static final Path DIRECTORY = Path.of("target", "system-tests").toAbsolutePath();

    /** Held here, since loggers that nobody holds forget their level. */
    private static final List<Logger> QUIET =
            Stream.of("org.apache.kafka", "io.zonky", "org.flywaydb")
                    .map(Logger::getLogger)
                    .toList();

    private static @Nullable RunningSystem instance;
    private static @Nullable RuntimeException failure;

    private final LocalStack stack;
    private final SetUpDemo.Result demo;
    private final SpanCollector spans;

    private final Set<String> deletedBefore;

    private RunningSystem(LocalStack stack, SetUpDemo.Result demo, SpanCollector spans) {
        this.stack = stack;
        this.demo = demo;
        this.spans = spans;
        this.deletedBefore = directory().deleted();
    }

    /** A start that failed is not tried again for each class. */
    static synchronized RunningSystem get() {
        if (failure != null) {
            throw failure;
        }
        RunningSystem running = instance;
        return running == null ? startOnce() : running;
    }

    private static RunningSystem startOnce() {
        try {
            RunningSystem started = start();
            instance = started;
            return started;
        } catch (RuntimeException whatever) {
            failure = whatever;
            throw whatever;
        }
    }

    LocalStack stack() {
        return stack;
    }

    SetUpDemo.Result demo() {
        return demo;
    }

    /** What the services tell of their traces. */
    SpanCollector spans() {
        return spans;
    }

    SimulatedDirectory directory() {
        return new SimulatedDirectory(stack.address(Port.SIMULATOR));
    }

    /** Who had been deleted in the directory before the company was connected. */
    Set<String> deletedBefore() {
        return deletedBefore;
    }

    StackDirectory files() {
        return new StackDirectory(DIRECTORY);
    }

    /** Of every part, and of those that were killed. */
    Path logs() {
        return files().logs();
    }

    /** To whom mails have been sent so far, oftener for oftener. */
    List<String> mailed() throws IOException {
        List<String> addresses = new ArrayList<>();
        try (Stream<Path> mails = Files.list(files().mails())) {
            for (Path mail : mails.toList()) {
                try (Stream<String> lines = Files.lines(mail)) {
                    lines.filter(line -> line.startsWith("To: "))
                            .findFirst()
                            .ifPresent(addresses::add);
                }
            }
        }
        return addresses;
    }

    StoreReading store() {
        return new StoreReading(stack, demo.company().id());
    }

    /** Whatever is looked at again is looked at sooner, since the tests wait for it. */
    private static Map<String, String> settings(SpanCollector spans) {
        return Map.of(
                "TRACES_DISABLED",
                "false",
                "TRACES_URL",
                spans.address(),
                "LOOK_UP_REREADS",
                "3s,10s,20s",
                "LISTING_GROUP_CHANGE_SECOND_LOOK",
                "20s");
    }

    private static RunningSystem start() {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        Progress progress = new Progress(System.out);
        SpanCollector spans = SpanCollector.start();
        LocalStack stack =
                LocalStack.prepare(
                        new StackPlan(
                                Path.of("..").toAbsolutePath().normalize(),
                                new StackDirectory(DIRECTORY),
                                Ports.free(),
                                RunOptions.parse(
                                        List.of(
                                                "--fresh",
                                                "--no-brake",
                                                "--people",
                                                Integer.toString(PEOPLE),
                                                "--seed",
                                                "7",
                                                "--replicas",
                                                "2")),
                                settings(spans)),
                        progress);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start();
        SetUpDemo.Result demo = SetUpDemo.in(stack, progress);
        assertThat(demo.peopleAreThere()).as("the initial sync: %s", demo.run()).isTrue();
        return new RunningSystem(stack, demo, spans);
    }
}
