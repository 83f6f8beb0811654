package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.UserSnapshot;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A company whose reads stand still, beside one that goes on. */
class PausedReadsIT {

    private static final int PEOPLE = 20;

    @Test
    void nothingIsReadAndEverythingIsDoneOnceItGoesOn() {
        FetcherProcess.running();
        Customer paused = Surroundings.customer(PEOPLE).connected();
        Customer other = Surroundings.customer(PEOPLE).connected();
        try (Heard heard = paused.listening();
                Heard heardOfOther = other.listening()) {
            subscribed(paused, heard);
            subscribed(other, heardOfOther);
            pause(paused);
            Customer.Membership person = paused.somebody();
            paused.tenant().requests().reset();

            paused.directory().update(person.person(), Map.of("jobTitle", "Head of Tea"));
            SyncRunId run = paused.sync(RunTrigger.MANUAL);
            Store.await().until(() -> waiting(paused));
            goesOnMeanwhile(other, heardOfOther);

            assertThat(waiting(paused)).isTrue();
            assertThat(heard.hasTitle(person.id(), "Head of Tea")).isFalse();
            assertThat(reads(paused)).isZero();

            resume(paused);

            heard.until("the new title", () -> heard.hasTitle(person.id(), "Head of Tea"));
            heard.runEnded(run);
        }
    }

    /** Queue and delta links are the tenant's, and are emptied for whoever goes on. */
    @Test
    void whatIsReadForANeighbourMeanwhileIsNotLostForWhoeverStandsStill() {
        FetcherProcess.running();
        Customer other = Surroundings.customer(PEOPLE).connected();
        Customer paused = other.neighbour(other.groupId()).connected();
        try (Heard heard = paused.listening();
                Heard heardOfOther = other.listening()) {
            heardOfOther.runEnded(other.sync(RunTrigger.INITIAL));
            subscribed(paused, heard);
            pause(paused);

            goesOnMeanwhile(other, heardOfOther);
            Store.await().until(() -> lookUps(other).equals("0"));
            assertThat(heard.inScope().values()).noneMatch(PausedReadsIT::makesTea);

            resume(paused);

            heard.until(
                    "the new title",
                    () -> heard.inScope().values().stream().anyMatch(PausedReadsIT::makesTea));
        }
    }

    private static boolean makesTea(UserSnapshot person) {
        return "Head of Tea".equals(person.attributes().jobTitle());
    }

    private static String lookUps(Customer customer) {
        return Store.text(
                        "SELECT count(*)::text FROM directory.pending_lookup WHERE tenant_id = ?",
                        customer.tenantId().value())
                .orElseThrow();
    }

    private static void resume(Customer customer) {
        Store.change(
                "UPDATE provisioning.pauses SET resumed_by = 'test', resumed_at = now() WHERE"
                        + " company_id = ?",
                customer.company().value());
    }

    private static void subscribed(Customer customer, Heard heard) {
        heard.runEnded(customer.sync(RunTrigger.INITIAL));
        heard.until(
                "two subscriptions",
                () ->
                        Surroundings.simulator()
                                        .notifications()
                                        .subscriptions(customer.tenant())
                                        .all()
                                        .size()
                                == 2);
    }

    private static void pause(Customer customer) {
        Store.change(
                "INSERT INTO provisioning.pauses (company_id, what, reason, paused_by, paused_at)"
                        + " VALUES (?, 'reads', 'test', 'test', now())",
                customer.company().value());
    }

    /** The hint and the run are both in their queues. */
    private static boolean waiting(Customer customer) {
        return Store.text(
                        "SELECT (SELECT count(*) FROM directory.pending_lookup WHERE tenant_id ="
                                + " l.tenant_id) || ' ' || l.state FROM directory.listings l WHERE"
                                + " company_id = ? ORDER BY requested_at DESC LIMIT 1",
                        customer.company().value())
                .filter("1 queued"::equals)
                .isPresent();
    }

    private static void goesOnMeanwhile(Customer other, Heard heard) {
        Customer.Membership person = other.somebody();
        other.directory().update(person.person(), Map.of("jobTitle", "Head of Tea"));
        heard.until("the other's title", () -> heard.hasTitle(person.id(), "Head of Tea"));
        heard.runEnded(other.sync(RunTrigger.MANUAL));
    }

    /** But for the subscriptions, which are kept, and for the delta links. */
    private static long reads(Customer customer) {
        return customer.tenant().requests().byKind().entrySet().stream()
                .filter(kind -> !kind.getKey().contains("subscriptions"))
                .filter(kind -> !kind.getKey().contains("delta"))
                .mapToLong(kind -> kind.getValue().requests())
                .sum();
    }
}
