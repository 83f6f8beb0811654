package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunEnded.Outcome;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserMessage;
import com.learnamp.entra.contracts.UserOutOfScope;
import com.learnamp.entra.contracts.UserOutOfScope.Evidence;
import com.learnamp.entra.fetcher.Customer.Membership;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pins that deactivation, which destroys data, needs fresh and complete evidence. */
class LeaversIT {

    /** No notification comes: listings alone find what has changed. */
    private static final Map<String, Object> DEAF = Map.of("notificationLossRate", 1.0);

    @BeforeAll
    static void start() {
        FetcherProcess.running();
    }

    @Test
    void whoIsGoneWithoutAWordIsFoundByTheNextListing() {
        Customer customer = customer(DEAF);
        try (Heard heard = listed(customer)) {
            Membership leaver = customer.somebody();
            customer.directory().removeMember(leaver.group(), leaver.person());
            Membership deleted = customer.somebody();
            customer.directory().delete(deleted.person());
            Membership purged = customer.somebody();
            customer.directory().delete(purged.person());
            customer.directory().purge(purged.person());

            RunEnded ended = heard.runEnded(customer.sync(RunTrigger.SCHEDULE));

            assertThat(ended.outcome()).isEqualTo(new Outcome.Complete());
            assertThat(heard.departure(leaver.id()).orElseThrow().evidence())
                    .isEqualTo(Evidence.NOT_A_MEMBER);
            assertThat(heard.departure(deleted.id()).orElseThrow().evidence())
                    .isEqualTo(Evidence.SOFT_DELETED);
            assertThat(heard.departure(purged.id()).orElseThrow().evidence())
                    .isEqualTo(Evidence.DELETED);
            assertThat(heard.departure(leaver.id()).orElseThrow().version())
                    .isGreaterThan(ended.firstVersion());
            assertThat(heard.told())
                    .filteredOn(told -> told.message() instanceof UserOutOfScope)
                    .extracting(Heard.Told::lane)
                    .containsOnly(Topic.USERS_BULK);
            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
        }
    }

    @Test
    void anEmptiedGroupStopsTheIntegrationAndEmptiesNothing() {
        Customer customer = customer(Map.of());
        try (Heard heard = listed(customer)) {
            int before = heard.mark();

            empty(customer);

            Store.awaitConnection(customer.company(), "stopped GROUP_EMPTY");
            RunEnded ended = heard.runEnded(customer.sync(RunTrigger.MANUAL));
            assertThat(ended.outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> {
                                assertThat(failed.category()).isEqualTo("GROUP_EMPTY");
                                assertThat(failed.message()).contains("nobody has been");
                            });
            assertThat(departures(heard.since(before))).isEmpty();
        }
    }

    @Test
    void aGroupThatHasVanishedEmptiesNothing() {
        Customer customer = customer(DEAF);
        try (Heard heard = listed(customer)) {
            int before = heard.mark();
            customer.directory().delete(customer.groupId());

            RunEnded ended = heard.runEnded(customer.sync(RunTrigger.SCHEDULE));

            assertThat(category(ended)).isEqualTo("GROUP_NOT_FOUND");
            assertThat(departures(heard.since(before))).isEmpty();
            Store.awaitConnection(customer.company(), "stopped GROUP_NOT_FOUND");
        }
    }

    /** Nobody has to press anything, and nothing is lost that was to be found by that run. */
    @Test
    void whatTroubleEndedIsMadeUpForOnceItIsOver() {
        Customer customer = customer(DEAF);
        try (Heard heard = listed(customer)) {
            faults(
                    customer,
                    Map.of(
                            "notificationLossRate",
                            1.0,
                            "vanishedGroups",
                            List.of(customer.groupId())));
            Membership leaver = customer.somebody();
            customer.directory().removeMember(leaver.group(), leaver.person());
            heard.runEnded(customer.sync(RunTrigger.SCHEDULE));
            Store.awaitConnection(customer.company(), "stopped GROUP_NOT_FOUND");

            faults(customer, DEAF);

            heard.until("the departure", () -> heard.departure(leaver.id()).isPresent());
            Store.awaitConnection(customer.company(), "ok");
        }
    }

    @Test
    void aGroupThatWeMayNotReadEmptiesNothingAndSaysWhy() {
        Customer customer = customer(Map.of());
        try (Heard heard = listed(customer)) {
            int before = heard.mark();
            faults(customer, Map.of("forbiddenGroups", List.of(customer.groupId())));

            // By a listing, and by a look-up of somebody who has really left.
            RunEnded ended = heard.runEnded(customer.sync(RunTrigger.SCHEDULE));
            Membership leaver = customer.somebody();
            customer.directory().removeMember(leaver.group(), leaver.person());

            assertThat(category(ended)).isIn("CONSENT_MISSING", "FORBIDDEN");
            Store.awaitConnection(customer.company(), "stopped " + category(ended));
            assertThat(departures(heard.since(before))).isEmpty();

            faults(customer, Map.of());
            heard.until("the departure", () -> heard.departure(leaver.id()).isPresent());
            Store.awaitConnection(customer.company(), "ok");
        }
    }

    @Test
    void aGroupThatSeemsToHaveVanishedMakesNobodyALeaverByALookUp() {
        Customer customer = customer(Map.of());
        try (Heard heard = listed(customer)) {
            int before = heard.mark();
            faults(customer, Map.of("vanishedGroups", List.of(customer.groupId())));
            Membership leaver = customer.somebody();
            customer.directory().removeMember(leaver.group(), leaver.person());

            Store.awaitConnection(customer.company(), "stopped GROUP_NOT_FOUND");
            assertThat(departures(heard.since(before))).isEmpty();

            faults(customer, Map.of());
            heard.until("the departure", () -> heard.departure(leaver.id()).isPresent());
        }
    }

    @Test
    void aListingThatIsEmptyByMistakeEmptiesNothing() {
        Customer customer = customer(DEAF);
        try (Heard heard = listed(customer)) {
            int before = heard.mark();
            faults(customer, Map.of("emptyListingRate", 1.0));

            assertThat(category(heard.runEnded(customer.sync(RunTrigger.SCHEDULE))))
                    .isEqualTo("GROUP_EMPTY");
            assertThat(departures(heard.since(before))).isEmpty();

            faults(customer, Map.of());
            assertThat(heard.runEnded(customer.sync(RunTrigger.MANUAL)).outcome())
                    .isEqualTo(new Outcome.Complete());
            Store.awaitConnection(customer.company(), "ok");
        }
    }

    @Test
    void aListingCutShortMakesNobodyALeaver() {
        Customer customer = customer(DEAF);
        try (Heard heard = listed(customer)) {
            int before = heard.mark();
            faults(customer, Map.of("truncatedListingRate", 1.0));

            heard.runEnded(customer.sync(RunTrigger.SCHEDULE));

            assertThat(departures(heard.since(before))).isEmpty();
        }
    }

    @Test
    void aListingThatHasNotShownEverybodyForgetsNoNestedGroupAndIsMadeOnceMore() {
        Customer customer = customer(DEAF);
        try (Heard heard = listed(customer)) {
            String nested = nestedGroups(customer);
            int before = heard.mark();
            faults(customer, Map.of("notificationLossRate", 1.0, "truncatedListingRate", 1.0));

            heard.runEnded(customer.sync(RunTrigger.SCHEDULE)); // Far fewer people, perhaps.
            RunEnded confirmed = heard.runEnded(customer.sync(RunTrigger.MANUAL));

            assertThat(confirmed.outcome()).isEqualTo(new Outcome.Complete());
            assertThat(departures(heard.since(before))).isEmpty();
            assertThat(nestedGroups(customer)).isEqualTo(nested);
            assertThat(listingsForAGroupsSake(customer)).isEqualTo("1");
        }
    }

    @Test
    void aGroupOfLessThanHalfItsPeopleNeedsAnAdminsWord() {
        Customer customer = customer(DEAF);
        try (Heard heard = listed(customer)) {
            shrinkTo(customer, 0.3);

            assertThat(category(heard.runEnded(customer.sync(RunTrigger.SCHEDULE))))
                    .isEqualTo("GROUP_SHRUNK");
            Store.awaitConnection(customer.company(), "stopped GROUP_SHRUNK");
            assertThat(category(heard.runEnded(customer.sync(RunTrigger.SCHEDULE))))
                    .isEqualTo("GROUP_SHRUNK");

            RunEnded confirmed = heard.runEnded(customer.sync(RunTrigger.MANUAL));
            assertThat(confirmed.outcome()).isEqualTo(new Outcome.Complete());
            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
        }
    }

    @Test
    void withdrawnConsentStopsTheIntegrationAndEmptiesNothing() {
        Customer customer = customer(DEAF);
        try (Heard heard = listed(customer)) {
            int before = heard.mark();
            customer.tenant().consent().revoke(Surroundings.simulator().clientId());
            customer.tenant().revokeTokens();

            // A token of the same second is refused as old; one of the next lacks the roles.
            assertThat(category(heard.runEnded(customer.sync(RunTrigger.SCHEDULE))))
                    .isIn("TOKEN_REFUSED", "CONSENT_MISSING");
            assertThat(departures(heard.since(before))).isEmpty();
            Store.await().until(() -> Store.connection(customer.company()).startsWith("stopped"));
        }
    }

    private static String nestedGroups(Customer customer) {
        return Store.text(
                        "SELECT string_agg(group_id::text, ' ' ORDER BY group_id) FROM directory.closure"
                                + " WHERE company_id = ?",
                        customer.company().value())
                .orElseThrow();
    }

    private static String listingsForAGroupsSake(Customer customer) {
        return Store.text(
                        "SELECT count(*)::text FROM directory.listings WHERE company_id = ?"
                                + " AND trigger = 'group_change'",
                        customer.company().value())
                .orElseThrow();
    }

    private static String category(RunEnded ended) {
        return ended.outcome() instanceof Outcome.Failed failed
                ? failed.category()
                : ended.outcome().toString();
    }

    private static List<UserMessage> departures(List<UserMessage> messages) {
        return messages.stream().filter(UserOutOfScope.class::isInstance).toList();
    }

    private static void empty(Customer customer) {
        DirectoryView now = customer.directory().now();
        Entry group = now.live(customer.groupId()).orElseThrow();
        now.members(group, -1, Integer.MAX_VALUE)
                .forEach(member -> customer.directory().removeMember(group.id(), member.id()));
    }

    private static void shrinkTo(Customer customer, double share) {
        DirectoryView now = customer.directory().now();
        List<Entry> people = customer.people();
        for (Entry person : people.subList((int) (people.size() * share), people.size())) {
            now.memberOf(person)
                    .forEach(group -> customer.directory().removeMember(group.id(), person.id()));
        }
    }

    private static Customer customer(Map<String, Object> faults) {
        Customer customer = Surroundings.customer(60);
        faults(customer, faults);
        return customer;
    }

    private static void faults(Customer customer, Map<String, Object> faults) {
        customer.faults(faults);
    }

    private static Heard listed(Customer customer) {
        Heard heard = customer.connected().listening();
        assertThat(heard.runEnded(customer.sync(RunTrigger.INITIAL)).outcome())
                .isEqualTo(new Outcome.Complete());
        return heard;
    }
}
