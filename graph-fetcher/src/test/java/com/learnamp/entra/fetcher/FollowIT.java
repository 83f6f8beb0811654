package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.fetcher.Customer.Membership;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.generator.Churn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graph calls nobody; delta finds what notifications would have told. */
class FollowIT {

    private static final Map<String, Object> DEAF = Map.of("subscriptionQuota", 0);

    @BeforeAll
    static void start() {
        FetcherProcess.running();
    }

    @Test
    void atRestWhatWasToldIsWhatTheDirectorySays() {
        Customer customer = deaf();
        try (Heard heard = followed(customer)) {
            Churn.happen(
                    customer.directory(),
                    customer.groupId(),
                    customer.tenant().settings().domain(),
                    100,
                    11);

            heard.untilTrue(customer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsupportedQuery", "syncStateNotFound", "gone", "resyncRequired"})
    void anExpiredLinkLosesNobody(String form) {
        Customer customer = deaf();
        try (Heard heard = followed(customer)) {
            Membership leaver = customer.somebody();
            customer.faults(Map.of("subscriptionQuota", 0, "throttleEverything", true));
            customer.directory().removeMember(leaver.group(), leaver.person());
            Membership purged = customer.somebody();
            customer.directory().delete(purged.person());
            customer.directory().purge(purged.person());
            customer.directory()
                    .update(customer.somebody().person(), Map.of("jobTitle", "Unheard of"));
            customer.tenant().expireDeltaLinks();
            customer.faults(Map.of("subscriptionQuota", 0, "deltaExpiryForm", form));

            heard.until("the departure", () -> heard.departure(leaver.id()).isPresent());
            heard.until("the purge", () -> heard.departure(purged.id()).isPresent());
            heard.untilTrue(customer);
        }
    }

    /** A round of more than a page, whose second page Graph knows no more. */
    @Test
    void aPageThatIsLostWithinARoundLosesNobody() {
        Customer customer = Surroundings.customer(260);
        customer.faults(Map.of("subscriptionQuota", 0));
        try (Heard heard = followed(customer.connected())) {
            customer.faults(Map.of("subscriptionQuota", 0, "throttleEverything", true));
            customer.people()
                    .forEach(person ->
                            customer.directory()
                                    .update(person.id(), Map.of("jobTitle", "One of many")));
            customer.faults(Map.of("subscriptionQuota", 0, "lostPageTokenRate", 1.0));
            Store.await()
                    .until(
                            () ->
                                    Store.text(
                                            "SELECT run_id::text FROM directory.listings WHERE"
                                                    + " company_id = ? AND trigger = 'group_change'",
                                            customer.company().value()),
                            Optional::isPresent);
            customer.faults(Map.of("subscriptionQuota", 0));

            heard.untilTrue(customer);
        }
    }

    /** Nested groups are not known before they are listed; what changes meanwhile is told too. */
    @Test
    void whatChangesInANestedGroupBeforeItIsFollowedIsFound() {
        Customer customer = deaf();
        try (Heard heard = customer.listening()) {
            heard.runEnded(customer.sync(RunTrigger.INITIAL));
            EntraObjectId joiner = EntraObjectId.parse(customer.stranger());

            customer.directory().addMember(customer.deepestGroup(), joiner.toString());

            heard.until("the joiner", () -> heard.inScope().containsKey(joiner));
            Store.await().until(customer::isFollowed);
            heard.untilTrue(customer);
        }
    }

    @Test
    void whatNobodyAnnouncedIsCounted() {
        Customer customer = deaf();
        try (Heard heard = followed(customer)) {
            Store.await().until(() -> unannounced(customer) > 0); // the joiner
            long before = unannounced(customer);
            EntraObjectId person = customer.somebody().id();

            customer.directory().update(person.toString(), Map.of("jobTitle", "Unannounced"));

            heard.until("the title", () -> heard.hasTitle(person, "Unannounced"));
            Store.await().until(() -> unannounced(customer) > before);
            assertThat(FetcherProcess.running().get("/q/metrics"))
                    .contains("changes_unannounced_total");
        }
    }

    @Test
    void moreThanFiftyGroupsAreFollowedBySeveralLinks() {
        Customer customer = Surroundings.customer(60);
        customer.faults(DEAF);
        List<String> chain = nest(customer, 60);
        customer.connected();
        try (Heard heard = followed(customer)) {
            EntraObjectId joiner = EntraObjectId.parse(customer.stranger());

            customer.directory().addMember(chain.getLast(), joiner.toString());

            heard.until("the joiner", () -> heard.inScope().containsKey(joiner));
            heard.untilTrue(customer);
        }
    }

    /** Each within the one before, the first within the company's. */
    private static List<String> nest(Customer customer, int groups) {
        List<String> chain = new ArrayList<>(List.of(customer.groupId()));
        for (int number = 0; number < groups; number++) {
            String group = UUID.randomUUID().toString();
            customer.directory()
                    .create(
                            ObjectKind.GROUP,
                            group,
                            Map.of(
                                    "displayName",
                                    "Level " + number,
                                    "securityEnabled",
                                    true,
                                    "mailEnabled",
                                    false));
            customer.directory().addMember(chain.getLast(), group);
            chain.add(group);
        }
        return chain;
    }

    private static long unannounced(Customer customer) {
        return Store.text(
                        "SELECT unannounced::text FROM directory.connections WHERE company_id = ?",
                        customer.company().value())
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static Customer deaf() {
        Customer customer = Surroundings.customer(60);
        customer.faults(DEAF);
        return customer.connected();
    }

    /** Listed, and its groups followed: a change of the deepest one is found. */
    private static Heard followed(Customer customer) {
        Heard heard = customer.listening();
        heard.runEnded(customer.sync(RunTrigger.INITIAL));
        EntraObjectId joiner = EntraObjectId.parse(customer.stranger());
        Store.await().until(() -> customer.isFollowed());
        customer.directory().addMember(customer.deepestGroup(), joiner.toString());
        heard.until("the joiner", () -> heard.inScope().containsKey(joiner));
        return heard;
    }
}
