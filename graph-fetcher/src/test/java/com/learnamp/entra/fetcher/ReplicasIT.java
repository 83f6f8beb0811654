package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.simulator.tenants.RequestCounts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several processes share the tenants, and none does what another does. */
class ReplicasIT {

    private static final String CREATED = "POST subscriptions";
    private static final RequestCounts.Count TWICE = new RequestCounts.Count(2, 0, 0);

    @BeforeAll
    static void stopOthers() {
        FetcherProcess.stopRunning();
    }

    @Test
    void theyShareTheTenantsAndNeverMakeASubscriptionTwice() {
        try (FetcherProcess first = FetcherProcess.start();
                FetcherProcess second = FetcherProcess.start()) {
            List<Customer> customers =
                    Stream.generate(() -> Surroundings.customer(20).connected()).limit(6).toList();
            customers.forEach(ReplicasIT::awaitTwoSubscriptions);
            Store.await().until(() -> owned(first) >= 3 && owned(second) >= 3);

            first.kill();

            Store.await().until(() -> owned(second) >= 6);
            customers.forEach(customer -> askAgain(second, customer));
            assertThat(customers)
                    .extracting(customer -> customer.tenant().requests().byKind().get(CREATED))
                    .containsOnly(TWICE);
            customers.forEach(Customer::disconnected);
        }
    }

    @Test
    void whoComesLaterGetsHisShare() {
        try (FetcherProcess first = FetcherProcess.start()) {
            List<Customer> customers =
                    Stream.generate(() -> Surroundings.customer(20).connected()).limit(4).toList();
            customers.forEach(ReplicasIT::awaitTwoSubscriptions);

            try (FetcherProcess second = FetcherProcess.start()) {
                Store.await().until(() -> owned(second) >= 2);
                assertThat(owned(first)).isGreaterThanOrEqualTo(2);
            }

            Store.await().until(() -> owned(first) >= 4);
            customers.forEach(Customer::disconnected);
        }
    }

    /** The new owner has looked at the subscriptions, and found them. */
    private static void askAgain(FetcherProcess owner, Customer customer) {
        long before = verified(customer);
        Store.await().until(() -> verified(customer) > before && owner.isUp());
    }

    private static long verified(Customer customer) {
        return Store.text(
                        "SELECT (extract(epoch FROM min(verified_at)) * 1000)::bigint::text"
                                + " FROM directory.subscriptions WHERE tenant_id = ?",
                        customer.tenantId().value())
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static void awaitTwoSubscriptions(Customer customer) {
        Store.await()
                .until(() ->
                        Surroundings.simulator()
                                        .notifications()
                                        .subscriptions(customer.tenant())
                                        .all()
                                        .size()
                                == 2);
    }

    private static long owned(FetcherProcess fetcher) {
        return fetcher.get("/q/metrics")
                .lines()
                .filter(line -> line.startsWith("tenants_owned "))
                .mapToLong(line -> (long) Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElse(0);
    }
}
