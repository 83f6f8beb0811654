package com.learnamp.entra.simulator;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs a simulator until the process ends; everything is said by environment variables. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        GraphSimulator simulator;
        try {
            simulator = GraphSimulator.start(options(System.getenv()));
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println(
                """
                Simulated Microsoft Graph  %s
                Simulated Entra login      %s (certificate authority: %s)
                Page                       %s
                Tenant %s, group %s, app %s\
                """
                        .formatted(
                                simulator.graphBaseUrl(),
                                simulator.loginUrl(),
                                simulator.loginCa(),
                                simulator.pageUrl(),
                                simulator.tenantId(),
                                simulator.groupId(),
                                simulator.clientId()));
        Thread.currentThread().join();
    }

    static SimulatorOptions options(Map<String, String> environment) {
        return new SimulatorOptions(
                environment.getOrDefault("SIMULATOR_HOST", "127.0.0.1"),
                number(environment, "SIMULATOR_HTTP_PORT", SimulatorOptions.DEFAULT_HTTP_PORT),
                number(environment, "SIMULATOR_HTTPS_PORT", SimulatorOptions.DEFAULT_HTTPS_PORT),
                Path.of(environment.getOrDefault("SIMULATOR_DATA_DIR", ".local-stack/simulator")),
                List.of(environment.getOrDefault("SIMULATOR_NAMES", "").split(",")).stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                number(environment, "SIMULATOR_PEOPLE", 1_000),
                number(environment, "SIMULATOR_SEED", 1),
                environment.getOrDefault("SIMULATOR_CLIENT_ID", SimulatorOptions.DEFAULT_CLIENT_ID),
                environment.getOrDefault(
                        "SIMULATOR_CLIENT_SECRET", SimulatorOptions.DEFAULT_CLIENT_SECRET),
                environment.getOrDefault("SIMULATOR_TENANT_ID", SimulatorOptions.DEFAULT_TENANT_ID),
                environment.getOrDefault("SIMULATOR_GROUP_ID", SimulatorOptions.DEFAULT_GROUP_ID),
                parsed(environment, "SIMULATOR_CONSENTED", "true", Boolean::parseBoolean),
                InstantSource.system());
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        return parsed(environment, name, String.valueOf(otherwise), Integer::parseInt);
    }

    private static <T> T parsed(
            Map<String, String> environment,
            String name,
            String otherwise,
            Function<String, T> parser) {
        String text = environment.getOrDefault(name, otherwise);
        try {
            return parser.apply(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(name + " must be a number, not '" + text + "'");
        }
    }
}
