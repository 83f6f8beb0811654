package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RunEnded.Outcome;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Pins that a tenant has one owner, that a dead one is replaced, and that a zombie does nothing.
 */
class TakeoverIT {

    @Test
    void anotherProcessGoesOnWhereAKilledOneStopped() {
        Customer customer = Surroundings.customer(3000);
        try (FetcherProcess owner = owner(customer);
                FetcherProcess other = FetcherProcess.start();
                Heard heard = customer.listening()) {
            SyncRunId run = midway(customer);

            owner.kill();

            assertThat(other.isUp()).isTrue();
            assertThat(heard.runEnded(run).outcome()).isEqualTo(new Outcome.Complete());
            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
            assertThat(pages(run)).isLessThan(10); // it went on, and did not begin anew
        }
    }

    @Test
    void aProcessThatSleptThroughItsLeaseChangesNothingWhenItWakesUp() {
        Customer customer = Surroundings.customer(3000);
        try (FetcherProcess owner = owner(customer);
                FetcherProcess other = FetcherProcess.start();
                Heard heard = customer.listening()) {
            SyncRunId run = midway(customer);
            long epoch = epoch(customer);

            owner.sleep();
            assertThat(heard.runEnded(run).outcome()).isEqualTo(new Outcome.Complete());
            assertThat(epoch(customer)).isGreaterThan(epoch);
            owner.wakeUp();

            customer.faults(Map.of());
            EntraObjectId person = customer.somebody().id();
            customer.directory().update(person.toString(), Map.of("jobTitle", "Awake"));
            heard.until("the title", () -> heard.hasTitle(person, "Awake"));
            assertThat(other.isUp()).isTrue();
            assertThat(owner.isUp()).isTrue();
            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
            assertThat(
                            Store.text(
                                    "SELECT state FROM directory.listings WHERE run_id = ?",
                                    run.value()))
                    .contains("complete");
        }
    }

    /** Alone, and so the owner of the tenant. */
    private static FetcherProcess owner(Customer customer) {
        FetcherProcess.stopRunning();
        FetcherProcess owner = FetcherProcess.start();
        customer.connected();
        Store.await().until(() -> epoch(customer) > 0);
        return owner;
    }

    private static SyncRunId midway(Customer customer) {
        customer.faults(Map.of("slowRate", 1.0, "slowMillis", 700));
        SyncRunId run = customer.sync(RunTrigger.INITIAL);
        Store.await().until(() -> pages(run) >= 2);
        return run;
    }

    private static int pages(SyncRunId run) {
        return Store.text(
                        "SELECT pages::text FROM directory.listings WHERE run_id = ?", run.value())
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static long epoch(Customer customer) {
        return Store.text(
                        "SELECT epoch::text FROM directory.tenant_lease WHERE tenant_id = ?",
                        customer.tenantId().value())
                .map(Long::parseLong)
                .orElse(0L);
    }
}
