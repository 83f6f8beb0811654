package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The consumer of the docs, as another service would run it, some time after the first sync. */
class ExampleConsumerST {

    private final RunningSystem system = RunningSystem.get();

    @Test
    void whoeverStartsLateIsToldOfEverybodyAsHeIs() throws Exception {
        Await.equality(system, Duration.ofMinutes(2));
        Await.nothing(
                Duration.ofMinutes(1),
                () -> {
                    long untold = system.store().untold();
                    return untold == 0 ? List.of() : List.of(untold + " not told yet");
                });

        Set<String> told = run();

        Set<String> stored =
                system.store().people().stream()
                        .filter(person -> person.objectId() != null)
                        .map(person -> person.email() + " " + person.status())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(stored).hasSizeGreaterThan(RunningSystem.PEOPLE * 9 / 10);
        assertThat(told).containsAll(stored);
        assertThat(Topic.USER_STATES.cleanup()).isEqualTo(Topic.Cleanup.COMPACT);
    }

    /** Address and status of everybody whom the consumer names. */
    private Set<String> run() throws IOException, InterruptedException {
        Process consumer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Path.of("..", "docs", "FollowUsers.java").toString(),
                                system.stack().bootstrapServers(),
                                "--once")
                        .redirectErrorStream(true)
                        .start();
        List<String> lines;
        try (BufferedReader output = consumer.inputReader()) {
            lines = output.lines().toList();
        }
        assertThat(consumer.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(consumer.exitValue()).as("%s", lines).isZero();
        assertThat(lines).anyMatch(line -> line.startsWith("caught up with "));
        return lines.stream()
                .filter(line -> line.startsWith("user " + system.demo().company().id() + ":"))
                .map(line -> line.split(" ", 3)[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
