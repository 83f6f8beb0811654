package com.learnamp.entra.stack;

import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.options.RunOptions;
import com.learnamp.entra.stack.ports.Port;
import com.learnamp.entra.stack.ports.Ports;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What to start, and where.
 *
 * @param root the project's, where the built services are
 * @param directory where everything is written
 * @param settings further settings of the services, by their environment variables
 */
public record StackPlan(
        Path root,
        StackDirectory directory,
        Ports ports,
        RunOptions options,
        Map<String, String> settings) {

    public StackPlan {
        root = root.toAbsolutePath();
        settings = Map.copyOf(settings);
    }

    /** With the services' own settings. */
    public StackPlan(Path root, StackDirectory directory, Ports ports, RunOptions options) {
        this(root, directory, ports, options, Map.of());
    }

    static StackPlan of(RunOptions options, Map<String, String> environment) {
        Path root = Path.of("").toAbsolutePath();
        return new StackPlan(root, directory(environment), Ports.of(environment), options);
    }

    static StackDirectory directory(Map<String, String> environment) {
        return new StackDirectory(
                Path.of(environment.getOrDefault("LOCAL_STACK_DIR", StackDirectory.NAME)));
    }

    Set<Port> portsNeeded() {
        return options.simulated()
                ? EnumSet.allOf(Port.class)
                : EnumSet.complementOf(EnumSet.of(Port.SIMULATOR, Port.SIMULATOR_HTTPS));
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports.number(Port.KAFKA);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + ports.number(Port.POSTGRES) + "/learnamp";
    }
}
