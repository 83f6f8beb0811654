package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RunEnded.Outcome;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Pins that a tenant has one owner, that a dead one is replaced, and that a zombie does nothing.
 */
@Isolated // starts and kills
class TakeoverIT {

    @Test
    void anotherProcessGoesOnWhereAKilledOneStopped() {
        FetcherProcess owner = FetcherProcess.idle();
        Customer customer = owned();
        FetcherProcess other = FetcherProcess.start();
        try (Heard heard = customer.listening()) {
            SyncRunId run = midway(customer);
            assertThat(owner.tenantsOwned()).isOne();

            owner.kill();

            assertThat(heard.runEnded(run).outcome()).isEqualTo(new Outcome.Complete());
            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
            assertThat(pages(run)).isLessThan(10); // it went on, and did not begin anew
        } finally {
            other.inPlaceOfTheShared();
        }
    }

    @Test
    void aProcessThatSleptThroughItsLeaseChangesNothingWhenItWakesUp() {
        FetcherProcess owner = FetcherProcess.idle();
        Customer customer = owned();
        FetcherProcess other = FetcherProcess.start();
        try (Heard heard = customer.listening()) {
            SyncRunId run = midway(customer);
            assertThat(owner.tenantsOwned()).isOne();
            long epoch = epoch(customer);

            owner.sleep();
            assertThat(heard.runEnded(run).outcome()).isEqualTo(new Outcome.Complete());
            assertThat(epoch(customer)).isGreaterThan(epoch);
            owner.wakeUp();

            customer.faults(Map.of());
            EntraObjectId person = customer.somebody().id();
            customer.directory().update(person.toString(), Map.of("jobTitle", "Awake"));
            heard.until("the title", () -> heard.hasTitle(person, "Awake"));
            assertThat(heard.inScope())
                    .hasEntrySatisfying(
                            person,
                            snapshot ->
                                    assertThat(snapshot.version().epoch()).isGreaterThan(epoch));
            Store.await().until(owner::isUp);
            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
            assertThat(
                            Store.text(
                                    "SELECT state FROM directory.listings WHERE run_id = ?",
                                    run.value()))
                    .contains("complete");
        } finally {
            other.inPlaceOfTheShared();
        }
    }

    @Test
    void whomAKilledOneToldOfAndDidNotWriteDownIsAnswered() {
        FetcherProcess owner = FetcherProcess.idle();
        Customer customer = Surroundings.customer(30).withoutManagers().connected();
        customer.faults(Map.of("slowRate", 1.0, "slowMillis", 1_500));
        try (Heard heard = customer.listening()) {
            SyncRunId run = customer.sync(RunTrigger.INITIAL);
            Store.await().until(() -> isBegun(run));
            try (Store.Closed roster = Store.close("directory.roster")) {
                heard.until("a page", () -> !heard.inScope().isEmpty());
                owner.kill();
            }
            customer.faults(Map.of());
            String person = customer.somebody().person();
            customer.directory().delete(person);
            customer.directory().purge(person);
            FetcherProcess.start().inPlaceOfTheShared();

            heard.untilTrue(customer);
        }
    }

    private static boolean isBegun(SyncRunId run) {
        return Store.text(
                        "SELECT started_at::text FROM directory.listings WHERE run_id = ?",
                        run.value())
                .isPresent();
    }

    /** By the only process, which keeps it when another comes: there is but one tenant to share. */
    private static Customer owned() {
        Customer customer = Surroundings.customer(3000).connected();
        Store.await().until(() -> epoch(customer) > 0);
        return customer;
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
