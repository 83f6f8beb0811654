package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.system.SimulatedDirectory.Subgroup;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MainJobST {

    private final RunningSystem system = RunningSystem.get();

    @Test
    void theInitialSyncMakesTheStoreEqualToTheDirectory() throws Exception {
        assertThatTheDirectoryIsOdd(system.directory().scope());

        Await.equality(system, Duration.ofMinutes(2));

        assertThat(system.store().people()).hasSizeGreaterThan(RunningSystem.PEOPLE * 9 / 10);
    }

    @Test
    void threeHundredChangesArriveByTheirNotifications() throws Exception {
        Await.equality(system, Duration.ofMinutes(2));
        long fullSyncs = system.store().fullSyncs();
        int changes = system.store().changes().size();

        JsonNode changed = system.directory().churn(300, 11);

        assertThat(changed).hasSizeGreaterThanOrEqualTo(300);
        Await.equality(system, Duration.ofMinutes(5));
        assertThat(system.store().changes()).hasSizeGreaterThan(changes + 100);
        assertThat(system.store().fullSyncs()).as("nobody pressed anything").isEqualTo(fullSyncs);
    }

    @Test
    void aSubgroupThatGoesAndComesBackTakesItsPeopleWithIt() throws Exception {
        Await.equality(system, Duration.ofMinutes(2));
        Subgroup subgroup = system.directory().subgroup(5, 60);
        long before = system.store().deactivated();

        system.directory().detach(subgroup);

        Await.equality(system, Duration.ofMinutes(3));
        assertThat(system.store().deactivated()).isGreaterThan(before);

        system.directory().attach(subgroup);

        Await.equality(system, Duration.ofMinutes(3));
        assertThat(system.store().deactivated()).isEqualTo(before);
    }

    @Test
    void aFullSyncFindsEvenThoseOfWhomNoNotificationCanTell() throws Exception {
        system.directory().churn(20, 13);

        JsonNode run = system.demo().sync().follow(system.demo().sync().press(), line -> {});

        assertThat(RunFigures.succeeded(run)).as("%s", run).isTrue();
        Await.fullEquality(system, Duration.ofMinutes(4));
    }

    /** Guests, and managers who are not in the group: without them equality would prove less. */
    private static void assertThatTheDirectoryIsOdd(JsonNode scope) {
        Set<String> ids = new HashSet<>();
        scope.forEach(person -> ids.add(person.path("id").asText()));
        int guests = 0;
        int managersOutside = 0;
        for (JsonNode person : scope) {
            guests += person.path("userType").asText().equals("Guest") ? 1 : 0;
            managersOutside +=
                    person.hasNonNull("manager") && !ids.contains(person.path("manager").asText())
                            ? 1
                            : 0;
        }
        assertThat(guests).isPositive();
        assertThat(managersOutside).isPositive();
    }
}
