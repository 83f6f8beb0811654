package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.tenants.RequestCounts.Count;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is asked of Graph, beside the least possible. */
class CostIT {

    private static final long PAGE = 999;

    @BeforeAll
    static void start() {
        FetcherProcess.running();
    }

    @Test
    void aFirstSyncReadsEachPageOnceAndLittleElse() {
        Customer customer = Surroundings.customer(1500).connected();
        try (Heard heard = customer.listening()) {
            SyncRunId run = ended(heard, customer.sync(RunTrigger.INITIAL));

            long least = leastWithManagers(customer);
            // The group before and after; the first time with who is in the bin, and with a link to
            // what changes in groups meanwhile.
            assertThat(Long.parseLong(column(run, "requests"))).isBetween(least, least + 2);
            assertThat(asked(customer, "GET users/$count")).isZero();
            assertThat(asked(customer, "POST $batch")).isEqualTo(1);
        }
    }

    /** The bill of a run and of a tenant are what Graph itself has counted. */
    @Test
    void whatGraphCountsIsOnTheBills() {
        Customer customer = Surroundings.customer(60).connected();
        try (Heard heard = customer.listening()) {
            SyncRunId run = ended(heard, customer.sync(RunTrigger.INITIAL));

            Store.await().until(() -> usage(customer) == units(customer));
            assertThat(Long.parseLong(column(run, "requests"))).isPositive();
            assertThat(Long.parseLong(column(run, "resource_units")))
                    .isBetween(1L, units(customer));
        }
    }

    /** In a big tenant the people of a small group are cheaper one by one. */
    @Test
    void theTenantIsNotPagedToItsEndForASmallGroup() {
        Customer big = Surroundings.customer(6000);
        Customer customer = big.neighbour(big.deepestGroup()).connected();
        try (Heard heard = customer.listening()) {
            ended(heard, customer.sync(RunTrigger.INITIAL));

            long lookUps = Math.ceilDiv((long) customer.people().size(), 10L);
            assertThat(asked(customer, "GET users") + asked(customer, "POST $batch"))
                    .isLessThanOrEqualTo(
                            2 + Math.min(lookUps, pages(all(customer, ObjectKind.USER))));
            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
        }
    }

    /** Each page of the members, and each page of the tenant's users for the managers. */
    static long leastWithManagers(Customer customer) {
        return pages(members(customer)) + pages(all(customer, ObjectKind.USER));
    }

    private static SyncRunId ended(Heard heard, SyncRunId run) {
        heard.runEnded(run);
        Store.await().until(() -> column(run, "state").equals("complete"));
        return run;
    }

    private static long asked(Customer customer, String kind) {
        Count count = customer.tenant().requests().byKind().get(kind);
        return count == null ? 0 : count.requests();
    }

    private static long units(Customer customer) {
        return customer.tenant().requests().byKind().values().stream()
                .mapToLong(Count::resourceUnits)
                .sum();
    }

    private static long usage(Customer customer) {
        return Store.text(
                        "SELECT sum(resource_units)::text FROM directory.graph_usage"
                                + " WHERE tenant_id = ?",
                        customer.tenantId().value())
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static String column(SyncRunId run, String name) {
        return Store.text(
                        "SELECT " + name + "::text FROM directory.listings WHERE run_id = ?",
                        run.value())
                .orElse("");
    }

    private static long all(Customer customer, ObjectKind kind) {
        return customer.directory()
                .now()
                .list(entry -> entry.kind() == kind, -1, Integer.MAX_VALUE)
                .size();
    }

    /** Of whatever kind: Graph lists devices as well. */
    private static long members(Customer customer) {
        DirectoryView now = customer.directory().now();
        Entry group = now.live(customer.groupId()).orElseThrow();
        return now.transitiveMembers(group, -1, Integer.MAX_VALUE).stream()
                .filter(Entry::isLive)
                .count();
    }

    private static long pages(long entries) {
        return Math.ceilDiv(entries, PAGE);
    }
}
