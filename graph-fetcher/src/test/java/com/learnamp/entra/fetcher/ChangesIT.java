package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserOutOfScope;
import com.learnamp.entra.contracts.UserOutOfScope.Evidence;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.generator.Churn;
import com.learnamp.entra.simulator.tenants.RequestCounts.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Notifications as the simulated Graph sends them, by the subscriptions that the fetcher made. */
class ChangesIT {

    /** Longer than until the second look at a changed group, which the tests shorten to 4 s. */
    private static final int LAG = 7_000;

    @BeforeAll
    static void start() {
        FetcherProcess.running();
    }

    @Test
    void aChangedAttributeIsToldInTheLiveLane() {
        Customer customer = customer();
        try (Heard heard = synced(customer)) {
            Customer.Membership person = customer.somebody();

            customer.directory().update(person.person(), Map.of("jobTitle", "Head of Tea"));

            heard.until("the new title", () -> heard.hasTitle(person.id(), "Head of Tea"));
            Heard.Told last = heard.told().getLast();
            assertThat(last.lane()).isEqualTo(Topic.USERS);
            assertThat(((UserSnapshot) last.message()).origin().cause())
                    .isEqualTo(Origin.Cause.NOTIFICATION);
            assertThat(((UserSnapshot) last.message()).origin().noticedAt()).isNotNull();
        }
    }

    @Test
    void somebodyJoinsFourLevelsDownAtTwoRequests() {
        Customer customer = customer();
        String stranger = customer.stranger();
        try (Heard heard = synced(customer)) {
            customer.tenant().requests().reset();
            customer.directory().addMember(customer.deepestGroup(), stranger);

            EntraObjectId joiner = EntraObjectId.parse(stranger);
            heard.until("the joiner", () -> heard.inScope().containsKey(joiner));
            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
            assertThat(requests(customer)).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void somebodyLeavesHisOnlyGroup() {
        Customer customer = customer();
        try (Heard heard = synced(customer)) {
            Customer.Membership person = customer.somebody();

            customer.directory().removeMember(person.group(), person.person());

            heard.until("the departure", () -> heard.departure(person.id()).isPresent());
            assertThat(heard.departure(person.id()).orElseThrow().evidence())
                    .isEqualTo(Evidence.NOT_A_MEMBER);
        }
    }

    @Test
    void somebodyIsDeletedAndRestored() {
        Customer customer = customer();
        try (Heard heard = synced(customer)) {
            Customer.Membership person = customer.somebody();

            customer.directory().delete(person.person());

            heard.until("the departure", () -> heard.departure(person.id()).isPresent());
            assertThat(heard.departure(person.id()).orElseThrow().evidence())
                    .isEqualTo(Evidence.SOFT_DELETED);

            customer.directory().restore(person.person());

            heard.until("the return", () -> heard.inScope().containsKey(person.id()));
            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
        }
    }

    /** By then Graph does not say any more of what type the new member was. */
    @Test
    void somebodyKnownJoinsAnotherGroupAndIsDeletedBeforeHeIsRead() {
        Customer customer = customer();
        try (Heard heard = synced(customer)) {
            Customer.Membership person = customer.somebody();
            String another =
                    person.group().equals(customer.groupId())
                            ? customer.deepestGroup()
                            : customer.groupId();
            customer.faults(Map.of("throttleEverything", true, "retryAfterSeconds", 0.2));

            customer.directory().addMember(another, person.person());
            Store.await().until(() -> hints(person.id()) >= 1);
            customer.directory().delete(person.person());
            Store.await().until(() -> hints(person.id()) >= 2);
            customer.faults(Map.of());

            heard.until("the departure", () -> heard.departure(person.id()).isPresent());
        }
    }

    private static int hints(EntraObjectId person) {
        return Store.text(
                        "SELECT generation::text FROM directory.pending_lookup WHERE object_id = ?",
                        person.value())
                .map(Integer::parseInt)
                .orElse(0);
    }

    @Test
    void whoWasInTheBinBeforeTheFirstSyncIsFoundWhenHeIsRestored() {
        Customer customer = customer();
        Customer.Membership person = customer.somebody();
        customer.directory().delete(person.person());
        try (Heard heard = synced(customer)) {
            assertThat(heard.newest()).doesNotContainKey(person.id());

            customer.directory().restore(person.person());

            heard.until("the return", () -> heard.inScope().containsKey(person.id()));
        }
    }

    @Test
    void whatMayHaveBeenToldWithoutBeingWrittenDownIsAnsweredAnew() {
        Customer customer = customer();
        EntraObjectId stranger = EntraObjectId.parse(customer.stranger());
        try (Heard heard = synced(customer)) {
            EntraObjectId person = customer.somebody().id();
            int before = heard.mark();

            // As an owner leaves it who dies, or falls asleep, between Kafka and the database.
            interruptedLookUp(customer, person);
            interruptedLookUp(customer, stranger);

            heard.until("both", () -> heard.since(before).size() == 2 && heard.newest().size() > 2);
            assertThat(heard.departure(stranger)).isPresent();
            assertThat(heard.since(before))
                    .filteredOn(UserSnapshot.class::isInstance)
                    .extracting(told -> ((UserSnapshot) told).user())
                    .containsExactly(person);
        }
    }

    private static void interruptedLookUp(Customer customer, EntraObjectId person) {
        Store.change(
                "INSERT INTO directory.pending_lookup"
                        + " (tenant_id, object_id, kind, due_at, cause, taken)"
                        + " VALUES (?, ?, 'user', now(), 'notification', true)",
                customer.tenantId().value(),
                person.value());
    }

    @Test
    void aSubgroupComesAndGoesWithItsPeopleAndALoopDoesNoHarm() {
        Customer customer = customer();
        String subgroup = UUID.randomUUID().toString();
        customer.directory()
                .create(
                        ObjectKind.GROUP,
                        subgroup,
                        Map.of("displayName", "Guild", "securityEnabled", true));
        EntraObjectId member = EntraObjectId.parse(customer.stranger());
        customer.directory().addMember(subgroup, member.toString());
        try (Heard heard = synced(customer)) {
            customer.directory().addMember(customer.deepestGroup(), subgroup);
            heard.until("the subgroup's member", () -> heard.inScope().containsKey(member));

            customer.directory().addMember(subgroup, customer.groupId());
            heard.runEnded(customer.sync(RunTrigger.MANUAL));
            assertThat(customer.differences(heard)).isEmpty();

            customer.directory()
                    .now()
                    .memberOf(customer.directory().now().find(subgroup).orElseThrow())
                    .forEach(each -> customer.directory().removeMember(each.id(), subgroup));
            heard.until("the departure", () -> heard.departure(member).isPresent());
            heard.untilTrue(customer);
        }
    }

    /** What it shows of others is older than the change that it was made for. */
    @Test
    void aListingThatShowsNewsOfSomebodyElseMayNotKnowYetThatAGroupHasGone() {
        Customer customer = customer();
        try (Heard heard = synced(customer)) {
            EntraObjectId person = customer.somebody().id();
            int before = customer.truth().size();
            Map<String, Object> lagging = Map.of("replicaLagMillis", List.of(1500));
            customer.faults(Map.of("notificationLossRate", 1.0));
            customer.directory().update(person.toString(), Map.of("jobTitle", "Unannounced"));
            Store.await().until(() -> hasTitle(customer, person, Duration.ofMillis(1400)));
            customer.faults(lagging);

            String group = customer.deepestGroup();
            DirectoryView now = customer.directory().now();
            now.memberOf(now.find(group).orElseThrow())
                    .forEach(parent -> customer.directory().removeMember(parent.id(), group));

            heard.untilTrue(customer);
            assertThat(customer.truth()).hasSizeLessThan(before);
        }
    }

    /** The second look at a changed group may be answered by an older replica than the first. */
    @Test
    void whoHasComeWithASubgroupIsNotTakenForALeaverByAnOlderReplica() {
        Customer customer = customer().withoutManagers(); // Told by the listing alone.
        String subgroup = UUID.randomUUID().toString();
        customer.directory()
                .create(
                        ObjectKind.GROUP,
                        subgroup,
                        Map.of("displayName", "Guild", "securityEnabled", true));
        EntraObjectId member = EntraObjectId.parse(customer.stranger());
        customer.directory().addMember(subgroup, member.toString());
        Instant made = Instant.now();
        try (Heard heard = synced(customer)) {
            Store.await().until(() -> made.plusMillis(LAG).isBefore(Instant.now()));
            customer.directory().addMember(customer.deepestGroup(), subgroup);
            heard.until("the subgroup's member", () -> heard.inScope().containsKey(member));

            customer.faults(Map.of("replicaLagMillis", List.of(LAG)));
            Store.await()
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> openListings(customer) == 0);
            customer.faults(Map.of());

            Store.await().until(() -> waiting(customer) == 0);
            heard.runEnded(customer.sync(RunTrigger.MANUAL)); // Everything before it is heard.
            assertThat(heard.since(0)).noneMatch(UserOutOfScope.class::isInstance);
            assertThat(customer.differences(heard)).isEmpty();
        }
    }

    private static int openListings(Customer customer) {
        return Integer.parseInt(
                Store.text(
                                "SELECT count(*)::text FROM directory.listings WHERE company_id = ?"
                                        + " AND state IN ('queued', 'listing', 'checking_leavers')",
                                customer.company().value())
                        .orElseThrow());
    }

    private static boolean hasTitle(Customer customer, EntraObjectId person, Duration ago) {
        return customer.directory()
                .at(Instant.now().minus(ago))
                .find(person.toString())
                .map(entry -> entry.object().properties().get("jobTitle"))
                .filter("Unannounced"::equals)
                .isPresent();
    }

    @Test
    void replicasOfDifferentAgeNeverMakeItGoBackForGood() {
        Customer customer = customer();
        Map<String, Object> lagging =
                Map.of("subscriptionQuota", 0, "replicaLagMillis", List.of(0, 1200, 3000));
        customer.faults(lagging); // Followed by delta, every second, from such replicas too.
        Heard heard = customer.connected().listening();
        try (heard) {
            heard.runEnded(customer.sync(RunTrigger.INITIAL));
            Store.await().until(() -> customer.isFollowed());

            for (int round = 0; round < 3; round++) {
                Churn.happen(
                        customer.directory(),
                        customer.groupId(),
                        customer.tenant().settings().domain(),
                        25,
                        40 + round);
                heard.runEnded(customer.sync(RunTrigger.MANUAL));
            }

            heard.untilTrue(customer);
            Store.await().atMost(Duration.ofMinutes(1)).until(() -> waiting(customer) == 0);
            heard.untilTrue(customer);
        }
    }

    @Test
    void whereVeryManyPeopleHaveChangedTheyAreListed() {
        Customer customer = Surroundings.customer(1300);
        try (Heard heard = synced(customer)) {
            customer.faults(Map.of("throttleEverything", true, "retryAfterSeconds", 1));
            customer.people()
                    .forEach(person ->
                            customer.directory()
                                    .update(person.id(), Map.of("jobTitle", "All change")));
            Store.await().until(() -> isListed(customer) || waiting(customer) > 1100);
            customer.tenant().requests().reset();
            customer.faults(Map.of());

            heard.untilTrue(customer);
            Count batches = customer.tenant().requests().byKind().get("POST $batch");
            // To look up everybody would take 130; some hints come when Graph answers again.
            assertThat(batches == null ? 0 : batches.requests()).isLessThan(100);
        }
    }

    private static int waiting(Customer customer) {
        return Store.text(
                        "SELECT count(*)::text FROM directory.pending_lookup WHERE tenant_id = ?",
                        customer.tenantId().value())
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** Graph says nothing meanwhile, so that the queue is given up as soon as it is long enough. */
    private static boolean isListed(Customer customer) {
        return Store.text(
                        "SELECT 'listed' FROM directory.listings WHERE tenant_id = ? AND trigger ="
                                + " 'group_change' LIMIT 1",
                        customer.tenantId().value())
                .isPresent();
    }

    @Test
    void strangersCostNoRequest() {
        Customer customer = customer();
        String stranger = customer.stranger();
        try (Heard heard = synced(customer)) {
            Customer.Membership person = customer.somebody();
            customer.tenant().requests().reset();

            customer.directory().update(stranger, Map.of("jobTitle", "Nobody's business"));
            customer.directory().update(person.person(), Map.of("jobTitle", "Ours"));

            heard.until("the other's title", () -> heard.hasTitle(person.id(), "Ours"));
            assertThat(heard.newest()).doesNotContainKey(EntraObjectId.parse(stranger));
            assertThat(requests(customer)).isEqualTo(1);
        }
    }

    @Test
    void atRestWhatWasToldIsWhatTheDirectorySays() {
        Customer customer = customer();
        try (Heard heard = synced(customer)) {
            Churn.happen(
                    customer.directory(),
                    customer.groupId(),
                    customer.tenant().settings().domain(),
                    300,
                    7);

            heard.untilTrue(customer);
        }
    }

    /** Made for single people: neither for the subscriptions nor for delta links. */
    private static long requests(Customer customer) {
        return customer.tenant().requests().byKind().entrySet().stream()
                .filter(kind -> !kind.getKey().startsWith("in batch"))
                .filter(kind -> !kind.getKey().contains("subscriptions"))
                .filter(kind -> !kind.getKey().contains("delta"))
                .mapToLong(kind -> kind.getValue().requests())
                .sum();
    }

    private static Customer customer() {
        return Surroundings.customer(100);
    }

    /** Connected, listed, and called by Graph. */
    private static Heard synced(Customer customer) {
        Heard heard = customer.connected().listening();
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
        return heard;
    }
}
