package com.learnamp.entra.stack;

import com.learnamp.entra.stack.options.RunOptions;
import com.learnamp.entra.stack.ports.Port;
import com.learnamp.entra.stack.ports.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How the services reach Graph, as their environment says it, and which group of which tenant the
 * demo company follows: the simulator's, or what the command line names.
 */
record GraphAccess(String tenant, String group, String clientId, Map<String, String> environment) {

    /** The simulator's own; told to it too, so that both agree. */
    private static final String SIMULATED_TENANT = "3f9c1a52-7d84-4e06-b1a9-5c2e8f0d7b61";

    private static final String SIMULATED_GROUP = "c81f0b6e-9a43-4d27-8f15-e6b3a2d4097c";
    private static final String SIMULATED_CLIENT = "a4d7c0e8-52b1-4f3b-9e6d-18f2c7a90b35";
    private static final String SIMULATED_SECRET = "simulated-Secret~1";

    GraphAccess {
        environment = Map.copyOf(environment);
    }

    static GraphAccess of(StackPlan plan) {
        return plan.options().simulated()
                ? simulated(plan.ports(), plan.directory().simulator())
                : real(plan.options(), plan.ports());
    }

    private static GraphAccess simulated(Ports ports, Path directory) {
        Map<String, String> environment = new HashMap<>();
        environment.put("GRAPH_BASE_URL", ports.address(Port.SIMULATOR) + "/v1.0");
        environment.put(
                "GRAPH_LOGIN_URL", "https://localhost:" + ports.number(Port.SIMULATOR_HTTPS));
        environment.put("GRAPH_LOGIN_CA", directory.resolve("tls").resolve("ca.pem").toString());
        environment.put("GRAPH_CLIENT_ID", SIMULATED_CLIENT);
        environment.put("GRAPH_CLIENT_SECRET", SIMULATED_SECRET);
        environment.put("WEBHOOK_BASE_URL", ports.address(Port.WEBHOOK_RECEIVER));
        return new GraphAccess(SIMULATED_TENANT, SIMULATED_GROUP, SIMULATED_CLIENT, environment);
    }

    private static GraphAccess real(RunOptions options, Ports ports) {
        Map<String, String> environment = new HashMap<>();
        environment.put("GRAPH_BASE_URL", options.graph());
        environment.put("GRAPH_LOGIN_URL", options.login());
        options.loginCa().ifPresent(file -> environment.put("GRAPH_LOGIN_CA", file.toString()));
        environment.put("GRAPH_CLIENT_ID", options.clientId());
        options.clientSecret().ifPresent(secret -> environment.put("GRAPH_CLIENT_SECRET", secret));
        options.clientSecretFile()
                .ifPresent(file -> environment.put("GRAPH_CLIENT_SECRET_FILE", file.toString()));
        environment.put(
                "WEBHOOK_BASE_URL",
                options.webhookBase().orElse(ports.address(Port.WEBHOOK_RECEIVER)));
        return new GraphAccess(options.tenant(), options.group(), options.clientId(), environment);
    }

    /** No environment: it holds the secret. */
    @Override
    public String toString() {
        return "GraphAccess[" + tenant + "]";
    }
}
