package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunEnded.Outcome;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.fetcher.Customer.Membership;
import com.learnamp.entra.simulator.directory.Entry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sync of every 24 hours: what has changed is asked, and everybody is told again. */
class DailySyncIT {

    @BeforeAll
    static void start() {
        FetcherProcess.running();
    }

    @Test
    void whereNothingHasChangedItTakesOneRequestForEachDelta() {
        Customer customer = customer();
        try (Heard heard = customer.listening()) {
            RunEnded base = listedLongAgo(customer, heard);
            int before = heard.mark();

            SyncRunId run = customer.sync(RunTrigger.SCHEDULE);
            RunEnded ended = heard.runEnded(run);

            assertThat(ended.outcome()).isEqualTo(new Outcome.Complete());
            assertThat(ended.people()).isEqualTo(customer.people().size());
            assertThat(ended.firstVersion()).isEqualTo(base.firstVersion());
            awaitColumn(run, "state", "complete");
            assertThat(column(run, "requests")).isEqualTo(links(customer));
            assertThat(column(run, "resource_units")).isEqualTo(links(customer));
            assertThat(heard.since(before).stream().filter(UserSnapshot.class::isInstance))
                    .hasSameSizeAs(customer.people());
            assertThat(heard.told()).extracting(Heard.Told::lane).containsOnly(Topic.USERS_BULK);
            assertThat(customer.differences(heard)).isEmpty();
        }
    }

    @Test
    void whatHasChangedIsLookedUpAndSoIsWhomTheTopicsDoNotKnow() {
        Customer customer = customer();
        try (Heard heard = customer.listening()) {
            listedLongAgo(customer, heard);
            List<Entry> people = customer.people();
            Membership leaver = customer.somebody();
            customer.directory().removeMember(leaver.group(), leaver.person());
            customer.directory().update(people.get(5).id(), Map.of("jobTitle", "Daily"));
            customer.directory().addMember(customer.deepestGroup(), customer.stranger());
            Store.change( // as if Kafka had lost what was told of him
                    "UPDATE directory.roster SET counter = counter - 1 WHERE object_id = ?",
                    UUID.fromString(people.get(6).id()));
            int before = heard.mark();

            SyncRunId run = customer.sync(RunTrigger.SCHEDULE);

            heard.runEnded(run);
            heard.untilTrue(customer);
            EntraObjectId unknown = EntraObjectId.parse(people.get(6).id());
            heard.until(
                    "the one whom Kafka has lost",
                    () ->
                            heard.since(before).stream()
                                    .anyMatch(told ->
                                            told instanceof UserSnapshot snapshot
                                                    && snapshot.user().equals(unknown)));
            assertThat(column(run, "by_delta")).isEqualTo("true");
        }
    }

    @Test
    void everybodyIsListedWhereTheLastListingIsOldOrALinkHasExpired() {
        Customer customer = customer();
        try (Heard heard = customer.listening()) {
            listedLongAgo(customer, heard);
            Store.change(
                    "UPDATE directory.listings SET started_at = started_at - interval '8 days'"
                            + " WHERE company_id = ?",
                    customer.company().value());
            assertThat(byDelta(customer, heard)).isEqualTo("false");
            assertThat(byDelta(customer, heard)).isEqualTo("true"); // on that listing

            customer.faults(Map.of("subscriptionQuota", 0, "throttleEverything", true));
            Membership purged = customer.somebody();
            customer.directory().delete(purged.person());
            customer.directory().purge(purged.person());
            customer.tenant().expireDeltaLinks();
            customer.faults(Map.of("subscriptionQuota", 0));

            assertThat(byDelta(customer, heard)).isEqualTo("false");
            heard.until("the departure", () -> heard.departure(purged.id()).isPresent());
            assertThat(customer.differences(heard)).isEmpty();
        }
    }

    @Test
    void reportsOfAManagerOutsideTheGroupAreReadAgainWhenHeGoesAndComesBack() {
        Customer customer = customer();
        String outside = customer.stranger();
        Entry report = customer.people().getFirst();
        customer.directory().setManager(report.id(), outside);
        try (Heard heard = customer.listening()) {
            listedLongAgo(customer, heard);

            customer.directory().delete(outside);
            heard.untilTrue(customer);

            customer.directory().restore(outside);
            heard.untilTrue(customer);
        }
    }

    private static String byDelta(Customer customer, Heard heard) {
        SyncRunId run = customer.sync(RunTrigger.SCHEDULE);
        assertThat(heard.runEnded(run).outcome()).isEqualTo(new Outcome.Complete());
        return column(run, "by_delta");
    }

    /** Followed every second, since Graph does not call: notifications change nothing here. */
    private static Customer customer() {
        Customer customer = Surroundings.customer(60);
        customer.faults(Map.of("subscriptionQuota", 0));
        return customer.connected();
    }

    /** Since before that listing, links tell of all that changes. */
    private static RunEnded listedLongAgo(Customer customer, Heard heard) {
        RunEnded ended = heard.runEnded(customer.sync(RunTrigger.INITIAL));
        Store.await().until(() -> customer.isFollowed());
        Store.change(
                "UPDATE directory.delta_links SET made_at = made_at - interval '1 hour'"
                        + " WHERE tenant_id = ?",
                customer.tenantId().value());
        Store.await().until(() -> Store.connection(customer.company()).equals("ok"));
        return ended;
    }

    /** Of the users, and one or two of the groups: the company's may have been followed first. */
    private static String links(Customer customer) {
        return Store.text(
                        "SELECT count(*)::text FROM directory.delta_links WHERE tenant_id = ?",
                        customer.tenantId().value())
                .orElse("");
    }

    private static void awaitColumn(SyncRunId run, String name, String expected) {
        Store.await().until(() -> column(run, name).equals(expected));
    }

    private static String column(SyncRunId run, String name) {
        return Store.text(
                        "SELECT " + name + "::text FROM directory.listings WHERE run_id = ?",
                        run.value())
                .orElse("");
    }
}
