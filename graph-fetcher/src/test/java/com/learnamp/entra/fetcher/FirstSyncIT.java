package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FirstSyncIT {

    @BeforeAll
    static void start() {
        FetcherProcess.running();
    }

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

    private static Customer customer(int people) {
        return Surroundings.customer(people);
    }
}
