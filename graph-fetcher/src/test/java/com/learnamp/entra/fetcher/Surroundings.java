package com.learnamp.entra.fetcher;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a fetcher stands on: a real broker and database, the simulated Graph, somebody whom Graph
 * calls. One for all tests of the JVM; each test has a tenant of its own there.
 */
final class Surroundings {

    private static final Surroundings ONLY = new Surroundings();

    private final GraphSimulator simulator =
            GraphSimulator.start(SimulatorOptions.forTests().withPeople(20));
    private final Map<String, String> environment = new HashMap<>();

    private Surroundings() {
        BackingServices services = new BackingServices();
        services.init(Map.of("database", "graph_fetcher"));
        services.start()
                .forEach((name, value) -> {
                    if (name.equals(name.toUpperCase(Locale.ROOT))) {
                        environment.put(name, value);
                    }
                });
        environment.put("GRAPH_BASE_URL", simulator.graphBaseUrl());
        environment.put("GRAPH_LOGIN_URL", simulator.loginUrl());
        environment.put("GRAPH_LOGIN_CA", simulator.loginCa().toString());
        environment.put("GRAPH_CLIENT_ID", simulator.clientId());
        environment.put("GRAPH_CLIENT_SECRET", simulator.clientSecret());
        environment.put(
                "WEBHOOK_BASE_URL",
                TestWebhook.start(BackingServices.bootstrapServers()).baseUrl());
        environment.put("SUBSCRIPTION_KEYS", "k1=" + "A".repeat(43) + "=");
        // The patience of a test.
        environment.put("LOOK_UP_REREADS", "1s,2s,3s");
        environment.put("LISTING_GROUP_CHANGE_DELAY", "200ms");
        environment.put("LISTING_GROUP_CHANGE_SECOND_LOOK", "4s");
        environment.put("FOLLOW_EVERY", "1h"); // Where it is tested, it is once a second.
        environment.put("FOLLOW_EVERY_UNCALLED", "1s");
        environment.put("LEASE_DURATION", "2s");
        environment.put("LEASE_TICK", "200ms");
        environment.put("CONNECTION_WATCH_EVERY", "1s");
        environment.put("SUBSCRIPTION_LOOK_EVERY", "500ms");
        environment.put("SUBSCRIPTION_VERIFY_EVERY", "1s");
        environment.put("SUBSCRIPTION_FIRST_PAUSE", "1s");
    }

    static GraphSimulator simulator() {
        return ONLY.simulator;
    }

    static Map<String, String> environment() {
        return Map.copyOf(ONLY.environment);
    }

    static Customer customer(int people) {
        return Customer.with(ONLY.simulator, BackingServices.bootstrapServers(), people);
    }
}
