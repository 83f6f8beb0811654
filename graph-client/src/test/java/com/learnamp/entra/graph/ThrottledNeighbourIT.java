package com.learnamp.entra.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.RequestCounts;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.TenantSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Pins that a tenant which Graph refuses for minutes delays no other, although fifty share two
 * threads: whoever is refused gives its turn back at once.
 */
class ThrottledNeighbourIT {

    private static final int TENANTS = 50;
    private static final int TURNS = 4;

    @AutoClose
    private final GraphSimulator simulator =
            GraphSimulator.start(SimulatorOptions.forTests().withPeople(1));

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @AutoClose private final MicrosoftGraph door = door();

    @AutoClose("shutdownNow")
    private final ExecutorService twoThreads = Executors.newFixedThreadPool(2);

    private final List<Tenant> tenants = new ArrayList<>();

    @BeforeEach
    void openTenants() {
        for (int number = 0; number < TENANTS; number++) {
            Tenant tenant =
                    simulator.addTenant(
                            new TenantSettings(
                                    UUID.randomUUID().toString(),
                                    5,
                                    number,
                                    UUID.randomUUID().toString(),
                                    "t" + number + ".example"));
            tenant.consent().grant(simulator.clientId(), Consent.USUAL_ROLES);
            tenants.add(tenant);
        }
    }

    @Test
    void fortyNineTenantsAreListedWhileTheFiftiethIsRefused() throws Exception {
        Tenant refused = tenants.getFirst();
        refused.setFaults(
                Faults.NONE.with(Map.of("throttleEverything", true, "retryAfterSeconds", 300)));
        AtomicInteger refusals = new AtomicInteger();
        AtomicInteger listings = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(TENANTS * TURNS);

        for (int turn = 0; turn < TURNS; turn++) {
            for (Tenant tenant : tenants) {
                twoThreads.execute(() -> {
                    try {
                        list(tenant);
                        listings.incrementAndGet();
                    } catch (GraphException failure) {
                        refusals.incrementAndGet();
                    } finally {
                        done.countDown();
                    }
                });
            }
        }

        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(listings).hasValue((TENANTS - 1) * TURNS);
        assertThat(refusals).hasValue(TURNS);
        assertThat(pauses).isEmpty();
        assertThat(refused.requests().byKind().values())
                .as("asked once, then left alone")
                .singleElement()
                .extracting(RequestCounts.Count::requests)
                .isEqualTo(1L);
    }

    private void list(Tenant tenant) {
        UUID group = UUID.fromString(tenant.settings().groupId());
        door.bulkTenant(UUID.fromString(tenant.id()))
                .transitiveMembers(group, UserSelection.standard());
    }

    private MicrosoftGraph door() {
        return new MicrosoftGraph(
                new GraphSettings(
                        URI.create(simulator.graphBaseUrl()),
                        URI.create(simulator.loginUrl()),
                        simulator.loginCa(),
                        simulator.clientId(),
                        simulator.clientSecret()),
                request -> {},
                Clock.systemUTC(),
                new Retries(pauses::add));
    }
}
