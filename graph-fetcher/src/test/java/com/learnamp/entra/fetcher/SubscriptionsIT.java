package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RunEnded.Outcome;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.simulator.notifications.Subscription;
import com.learnamp.entra.simulator.tenants.Consent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SubscriptionsIT {

    @BeforeAll
    static void start() {
        FetcherProcess.running();
    }

    @Test
    void aDeadOneIsMadeAnew() {
        Customer customer = called();
        String dead = subscriptions(customer).getFirst().id();

        Surroundings.simulator().notifications().subscriptions(customer.tenant()).remove(dead);

        Store.await()
                .until(() -> subscriptions(customer).size() == 2 && !ids(customer).contains(dead));
    }

    /** As after a request whose answer was lost, or a store that was lost. */
    @Test
    void onesThatAreThereAreAdoptedAndRenewed() {
        Customer customer = called();
        Set<String> before = ids(customer);
        Set<Instant> ends = expirations(customer);
        customer.tenant().requests().reset();

        Store.change(
                "DELETE FROM directory.subscriptions WHERE tenant_id = ?",
                customer.tenantId().value());

        Store.await().until(() -> expirations(customer).stream().noneMatch(ends::contains));
        assertThat(ids(customer)).isEqualTo(before);
        assertThat(customer.tenant().requests().byKind()).doesNotContainKey("POST subscriptions");
    }

    @Test
    void oneThatGraphWantsReauthorizedIsRenewedAtOnce() {
        Customer customer = called();
        Set<Instant> before = expirations(customer);

        Surroundings.simulator().notifications().askForReauthorization(customer.tenant());

        Store.await().until(() -> expirations(customer).stream().noneMatch(before::contains));
        assertThat(subscriptions(customer)).hasSize(2);
    }

    @Test
    void whereTheyCannotBeHadSyncWorksWithoutThem() {
        Customer customer = Surroundings.customer(60);
        customer.faults(Map.of("subscriptionQuota", 1));
        customer.connected();
        try (Heard heard = customer.listening()) {
            assertThat(heard.runEnded(customer.sync(RunTrigger.INITIAL)).outcome())
                    .isEqualTo(new Outcome.Complete());
            assertThat(failure(customer)).isEqualTo("FORBIDDEN");

            customer.faults(Map.of());

            Store.await().until(() -> subscriptions(customer).size() == 2);
        }
    }

    @Test
    void withoutConsentForGroupsTheyAreFollowedAndTheAdminIsTold() {
        Customer customer = Surroundings.customer(60);
        consent(customer, Set.of("User.Read.All", "GroupMember.Read.All"));
        customer.connected();
        try (Heard heard = customer.listening()) {
            assertThat(heard.runEnded(customer.sync(RunTrigger.INITIAL)).outcome())
                    .isEqualTo(new Outcome.Complete());
            Store.await()
                    .until(() -> notice(customer).contains("not notify about changes of groups"));
            assertThat(Store.connection(customer.company())).isEqualTo("ok");
            Store.await().until(() -> customer.isFollowed());

            EntraObjectId joiner = EntraObjectId.parse(customer.stranger());
            customer.directory().addMember(customer.deepestGroup(), joiner.toString());

            heard.until("the joiner", () -> heard.inScope().containsKey(joiner));

            consent(customer, Consent.USUAL_ROLES);
            customer.tenant().revokeTokens();
            // A refused token is renewed twice a minute at most.
            Store.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> subscriptions(customer).size() == 2);
            Store.await().until(() -> notice(customer).isEmpty());
        }
    }

    private static void consent(Customer customer, Set<String> roles) {
        customer.tenant().consent().grant(Surroundings.simulator().clientId(), roles);
    }

    private static String notice(Customer customer) {
        return Store.text(
                        "SELECT notice FROM directory.connections WHERE company_id = ?",
                        customer.company().value())
                .orElse("");
    }

    private static Customer called() {
        Customer customer = Surroundings.customer(20).connected();
        Store.await().until(() -> subscriptions(customer).size() == 2);
        Store.await().until(() -> failure(customer).equals("two stand"));
        return customer;
    }

    private static String failure(Customer customer) {
        return Store.text(
                        "SELECT CASE WHEN count(subscription_id) = 2 THEN 'two stand'"
                                + " ELSE coalesce(max(failure_category), '') END"
                                + " FROM directory.subscriptions WHERE tenant_id = ?",
                        customer.tenantId().value())
                .orElse("");
    }

    private static Set<String> ids(Customer customer) {
        return subscriptions(customer).stream().map(Subscription::id).collect(Collectors.toSet());
    }

    private static Set<Instant> expirations(Customer customer) {
        return subscriptions(customer).stream()
                .map(Subscription::expires)
                .collect(Collectors.toSet());
    }

    private static List<Subscription> subscriptions(Customer customer) {
        return Surroundings.simulator().notifications().subscriptions(customer.tenant()).all();
    }
}
