package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.simulator.tenants.RequestCounts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Several processes share the tenants, and none does what another does. */
@Isolated // starts and kills
class ReplicasIT {

    private static final String CREATED = "POST subscriptions";
    private static final RequestCounts.Count TWICE = new RequestCounts.Count(2, 0, 0);

    @Test
    void theyShareTheTenantsAndNeverMakeASubscriptionTwice() {
        FetcherProcess first = FetcherProcess.idle();
        FetcherProcess second = FetcherProcess.start();
        List<Customer> customers = customers(6);
        Store.await().until(() -> first.tenantsOwned() >= 3 && second.tenantsOwned() >= 3);

        first.kill();

        FetcherProcess left = second.inPlaceOfTheShared();
        Store.await().until(() -> left.tenantsOwned() >= 6);
        customers.forEach(customer -> askAgain(left, customer));
        assertThat(customers)
                .extracting(customer -> customer.tenant().requests().byKind().get(CREATED))
                .containsOnly(TWICE);
    }

    @Test
    void whoComesLaterGetsHisShare() {
        FetcherProcess first = FetcherProcess.idle();
        customers(4);

        try (FetcherProcess second = FetcherProcess.start()) {
            Store.await().until(() -> second.tenantsOwned() >= 2);
            assertThat(first.tenantsOwned()).isGreaterThanOrEqualTo(2);
        }

        Store.await().until(() -> first.tenantsOwned() >= 4);
    }

    private static List<Customer> customers(int number) {
        List<Customer> customers =
                Stream.generate(() -> Surroundings.customer(20).connected()).limit(number).toList();
        customers.forEach(ReplicasIT::awaitTwoSubscriptions);
        return customers;
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
}
