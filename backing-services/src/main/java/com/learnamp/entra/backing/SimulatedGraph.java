package com.learnamp.entra.backing;

import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A simulated Microsoft Graph for a test, and the configuration that leads a service there. The
 * only class here that needs graph-simulator, so that tests without it can do without its jar.
 */
public final class SimulatedGraph implements AutoCloseable {

    private final GraphSimulator simulator;

    private SimulatedGraph(GraphSimulator simulator) {
        this.simulator = simulator;
    }

    static SimulatedGraph start(int people) {
        return new SimulatedGraph(
                GraphSimulator.start(SimulatorOptions.forTests().withPeople(people)));
    }

    /** To change the directory, to make faults, to look at what was asked. */
    public GraphSimulator simulator() {
        return simulator;
    }

    @Override
    public void close() {
        simulator.close();
    }

    /** By the names of the environment and by those of the properties. */
    Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>();
        Map.of(
                        "base-url", simulator.graphBaseUrl(),
                        "login-url", simulator.loginUrl(),
                        "login-ca", simulator.loginCa().toString(),
                        "client-id", simulator.clientId(),
                        "client-secret", simulator.clientSecret())
                .forEach((name, value) -> {
                    configuration.put("graph." + name, value);
                    configuration.put(
                            "GRAPH_" + name.replace('-', '_').toUpperCase(Locale.ROOT), value);
                });
        return configuration;
    }
}
