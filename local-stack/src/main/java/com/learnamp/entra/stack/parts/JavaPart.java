package com.learnamp.entra.stack.parts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A part that is a Java process of its own, its output in a log file.
 *
 * @param arguments what follows {@code java} and the settings that all parts share
 * @param environment what is added to the launcher's own
 * @param health why it is not up
 */
public record JavaPart(
        String name,
        int port,
        List<String> arguments,
        Map<String, String> environment,
        Path log,
        Supplier<Optional<String>> health)
        implements Part {

    private static final Duration GRACE = Duration.ofSeconds(15);

    /** For quick starts and little memory on a laptop. */
    private static final List<String> FRUGAL =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED");

    public JavaPart {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    @Override
    public ProcessHandle start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FRUGAL);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start().toHandle();
    }

    @Override
    public Optional<String> problem() {
        return health.get();
    }

    @Override
    public void stop(ProcessHandle process) {
        Processes.end(process, GRACE);
    }

    /** No environment: it holds secrets. */
    @Override
    public String toString() {
        return "JavaPart[" + name + "]";
    }
}
