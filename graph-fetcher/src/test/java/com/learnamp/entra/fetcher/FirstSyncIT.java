package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.SimulatedGraph;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "graph_fetcher"),
            @ResourceArg(name = "simulator", value = "true"),
            @ResourceArg(name = "people", value = "20")
        })
@WithTestResource(Surroundings.class)
class FirstSyncIT {

    SimulatedGraph graph;

    @Test
    void everybodyInTheGroupIsToldWithTheirManagersAndThenTheEnd() {
        Customer customer = customer(1000).connected();
        try (Heard heard = customer.listening()) {
            SyncRunId run = customer.sync(RunTrigger.INITIAL);

            RunEnded ended = heard.runEnded(run);

            assertThat(ended.outcome()).isEqualTo(new RunEnded.Outcome.Complete());
            assertThat(ended.people()).isEqualTo(customer.people().size());
            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
            assertThat(heard.told()).extracting(Heard.Told::lane).containsOnly(Topic.USERS_BULK);
            assertThat(heard.told().getLast().message()).isEqualTo(ended);
        }
    }

    @Test
    void withoutManagersAPageIsAllThatItTakes() {
        Customer customer = customer(50).withoutManagers().connected();
        try (Heard heard = customer.listening()) {
            heard.runEnded(customer.sync(RunTrigger.INITIAL));

            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
        }
    }

    private Customer customer(int people) {
        return Customer.with(graph.simulator(), BackingServices.bootstrapServers(), people);
    }
}
