package com.learnamp.entra.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.TenantSettings;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Pins that tenants do not wait for each other, not even for their first tokens all at once. */
class ManyTenantsIT {

    private static final int TENANTS = 60;

    @Test
    void sixtyTenantsGetTheirFirstTokensAtOnce() throws Exception {
        try (GraphSimulator simulator = GraphSimulator.start(SimulatorOptions.forTests());
                MicrosoftGraph door = door(simulator);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<UUID> tenants = tenants(simulator);

            List<Future<Organization>> answers =
                    tenants.stream()
                            .map(tenant -> threads.submit(() -> door.tenant(tenant).organization()))
                            .toList();

            for (int number = 0; number < TENANTS; number++) {
                assertThat(answers.get(number).get(20, TimeUnit.SECONDS).id())
                        .isEqualTo(tenants.get(number));
            }
        }
    }

    private static List<UUID> tenants(GraphSimulator simulator) {
        List<UUID> tenants = new ArrayList<>();
        for (int number = 0; number < TENANTS; number++) {
            UUID id = UUID.randomUUID();
            simulator
                    .addTenant(
                            new TenantSettings(
                                    id.toString(),
                                    1,
                                    number,
                                    UUID.randomUUID().toString(),
                                    "t" + number + ".example"))
                    .consent()
                    .grant(simulator.clientId(), Consent.USUAL_ROLES);
            tenants.add(id);
        }
        return tenants;
    }

    private static MicrosoftGraph door(GraphSimulator simulator) {
        return new MicrosoftGraph(
                new GraphSettings(
                        URI.create(simulator.graphBaseUrl()),
                        URI.create(simulator.loginUrl()),
                        simulator.loginCa(),
                        simulator.clientId(),
                        simulator.clientSecret()),
                request -> {},
                Clock.systemUTC());
    }
}
