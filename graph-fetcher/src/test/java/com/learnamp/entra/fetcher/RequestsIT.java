package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.ParkedHeaders;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunEnded.Outcome;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRequest.CheckConnection;
import com.learnamp.entra.contracts.SyncRequest.LookUpUser;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserMessage;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.fetcher.Customer.Membership;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the console asks for. */
class RequestsIT {

    @BeforeAll
    static void start() {
        FetcherProcess.running();
    }

    @Test
    void aPersonIsLookedUpThoughNothingHasChanged() {
        Customer customer = customer().connected();
        try (Heard heard = customer.listening()) {
            heard.runEnded(customer.sync(RunTrigger.INITIAL));
            Membership person = customer.somebody();

            customer.lookUp(person.id(), LookUpUser.Reason.ADMIN);

            heard.until(
                    "a snapshot in the live lane",
                    () -> heard.told().getLast().lane() == Topic.USERS);
            UserMessage told = heard.told().getLast().message();
            assertThat(((UserSnapshot) told).user()).isEqualTo(person.id());
            assertThat(((UserSnapshot) told).origin().cause()).isEqualTo(Origin.Cause.ADMIN);
        }
    }

    /** Of a photo only an admin's cause makes photo-sync look again. */
    @Test
    void whoeverIsToBeLookedUpAnywayIsLookedUpForTheAdminWhoAsksToo() {
        Customer customer = customer().connected();
        try (Heard heard = customer.listening()) {
            heard.runEnded(customer.sync(RunTrigger.INITIAL));
            awaitSubscriptions(customer, 2);
            EntraObjectId person = customer.somebody().id();
            customer.faults(Map.of("throttleEverything", true, "retryAfterSeconds", 1));
            customer.directory().update(person.toString(), Map.of("jobTitle", "Noticed first"));
            awaitLookUp(person, "notification");

            customer.lookUp(person, LookUpUser.Reason.ADMIN);
            awaitLookUp(person, "admin");
            customer.faults(Map.of());

            // One that Graph had been asked before may be told first.
            heard.until(
                    "an answer to the admin",
                    () ->
                            heard.told().getLast().message() instanceof UserSnapshot told
                                    && told.user().equals(person)
                                    && told.origin().cause() == Origin.Cause.ADMIN);
        }
    }

    private static void awaitLookUp(EntraObjectId person, String cause) {
        Store.await()
                .until(() ->
                        Store.text(
                                        "SELECT cause FROM directory.pending_lookup WHERE object_id = ?",
                                        person.value())
                                .filter(cause::equals)
                                .isPresent());
    }

    @Test
    void aPersonWhomNobodyKnowsAndWhoIsNotInTheGroupIsAnsweredToo() {
        Customer customer = customer().connected();
        EntraObjectId stranger = EntraObjectId.parse(customer.stranger());
        try (Heard heard = customer.listening()) {
            heard.runEnded(customer.sync(RunTrigger.INITIAL));

            customer.lookUp(stranger, LookUpUser.Reason.UNTOUCHED_BY_RUN);

            heard.until("the answer", () -> heard.departure(stranger).isPresent());
        }
    }

    @Test
    void aRunOvertakenByNewerSettingsEndsAsSuperseded() {
        Customer customer = customer().connected().connected();
        try (Heard heard = customer.listening()) {
            SyncRunId run = customer.sync(RunTrigger.SETTINGS, 1);

            assertThat(heard.runEnded(run).outcome()).isEqualTo(new Outcome.Superseded());
            assertThat(heard.inScope()).isEmpty();
        }
    }

    @Test
    void newerSettingsDoNotWaitForARunThatWaits() {
        Customer customer = customer();
        customer.faults(Map.of("throttleEverything", true, "retryAfterSeconds", 0.2));
        customer.connected();
        try (Heard heard = customer.listening()) {
            SyncRunId older = customer.sync(RunTrigger.INITIAL);
            Store.await()
                    .until(() ->
                            Store.text(
                                            "SELECT waits_until::text FROM directory.listings"
                                                    + " WHERE run_id = ?",
                                            older.value())
                                    .isPresent());
            Store.change(
                    "UPDATE directory.listings SET waits_until = now() + interval '1 hour'"
                            + " WHERE run_id = ?",
                    older.value());
            customer.faults(Map.of());

            SyncRunId newer = customer.connected().sync(RunTrigger.SETTINGS);

            assertThat(heard.runEnded(newer).outcome()).isEqualTo(new Outcome.Complete());
            assertThat(heard.end(older).map(RunEnded::outcome)).contains(new Outcome.Superseded());
        }
    }

    @Test
    void aRunWaitsForTheSettingsThatItWasAskedWith() {
        Customer customer = customer().connected();
        try (Heard heard = customer.listening()) {
            SyncRunId run = customer.sync(RunTrigger.SETTINGS, 2);
            customer.connected();

            assertThat(heard.runEnded(run).outcome()).isEqualTo(new Outcome.Complete());
            assertThat(heard.inScope().values())
                    .extracting(UserSnapshot::revision)
                    .containsOnly(2L);
        }
    }

    @Test
    void aDisconnectedCompanyIsLeftAlone() {
        Customer customer = customer().connected();
        try (Heard heard = customer.listening()) {
            heard.runEnded(customer.sync(RunTrigger.INITIAL));
            awaitSubscriptions(customer, 2);

            customer.disconnected();
            SyncRunId run = customer.sync(RunTrigger.MANUAL);

            assertThat(heard.runEnded(run).outcome()).isEqualTo(new Outcome.Superseded());
            awaitSubscriptions(customer, 0);
            assertThat(heard.inScope()).hasSameSizeAs(customer.people());
        }
    }

    @Test
    void twoCompaniesOfOneTenantAreToldApart() {
        Customer one = customer().connected();
        Customer other = one.neighbour(one.deepestGroup()).connected();
        try (Heard byOne = one.listening();
                Heard byOther = other.listening()) {
            byOne.runEnded(one.sync(RunTrigger.INITIAL));
            byOther.runEnded(other.sync(RunTrigger.INITIAL));
            assertThat(Customer.told(byOther)).isEqualTo(other.truth());
            awaitSubscriptions(one, 2);

            Entry shared = other.people().getFirst();
            one.directory().update(shared.id(), Map.of("jobTitle", "Shared"));

            EntraObjectId person = EntraObjectId.parse(shared.id());
            byOne.until("the title", () -> byOne.hasTitle(person, "Shared"));
            byOther.until("the title", () -> byOther.hasTitle(person, "Shared"));
        }
    }

    /** The companies of a tenant take turns. */
    @Test
    void aSmallCompanyDoesNotWaitForItsBigNeighbour() {
        Customer big = Surroundings.customer(4000);
        big.faults(Map.of("slowRate", 1.0, "slowMillis", 300));
        big.connected();
        Customer small = big.neighbour(big.deepestGroup()).withoutManagers().connected();
        try (Heard byBig = big.listening();
                Heard bySmall = small.listening()) {
            SyncRunId ofBig = big.sync(RunTrigger.INITIAL);
            SyncRunId ofSmall = small.sync(RunTrigger.INITIAL);

            byBig.runEnded(ofBig);
            bySmall.runEnded(ofSmall);

            assertThat(endOf(ofSmall)).isBefore(endOf(ofBig));
        }
    }

    private static Instant endOf(SyncRunId run) {
        return Store.await()
                .until(
                        () ->
                                Store.text(
                                        "SELECT to_json(ended_at AT TIME ZONE 'UTC') #>> '{}' || 'Z'"
                                                + " FROM directory.listings WHERE run_id = ?",
                                        run.value()),
                        Optional::isPresent)
                .map(Instant::parse)
                .orElseThrow();
    }

    @Test
    void aRunGoesOnAfterLostPagesAndThrottling() {
        Customer customer = Surroundings.customer(2500);
        customer.faults(
                Map.of(
                        "lostPageTokenRate", 0.2,
                        "throttleRate", 0.1,
                        "batchThrottleRate", 0.1,
                        "errorRate", 0.05,
                        "retryAfterSeconds", 0.2));
        customer.connected();
        try (Heard heard = customer.listening()) {
            assertThat(heard.runEnded(customer.sync(RunTrigger.INITIAL)).outcome())
                    .isEqualTo(new Outcome.Complete());
            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
        }
    }

    @Test
    void checksSayWhatIsWrong() {
        Customer customer = customer();
        String unified = groupOfType(customer, true);
        String empty = groupNamed(customer, "Nobody yet");
        Customer strange = customer();
        strange.tenant().consent().forget(Surroundings.simulator().clientId());
        Customer revoked = customer();
        revoked.tenant().consent().revoke(Surroundings.simulator().clientId());

        assertThat(check(customer, customer.tenantId(), customer.groupId())).isEqualTo("ok");
        assertThat(check(customer, customer.tenantId(), UUID.randomUUID().toString()))
                .isEqualTo("group_not_found");
        assertThat(check(customer, customer.tenantId(), unified)).isEqualTo("group_unsuitable");
        assertThat(check(customer, customer.tenantId(), empty)).isEqualTo("group_empty");
        assertThat(check(customer, new EntraTenantId(UUID.randomUUID()), customer.groupId()))
                .isEqualTo("tenant_unknown");
        assertThat(check(strange, strange.tenantId(), strange.groupId())).isEqualTo("app_unknown");
        assertThat(check(revoked, revoked.tenantId(), revoked.groupId()))
                .isEqualTo("consent_missing");
    }

    @Test
    void poisonIsParkedAndStopsNobody() {
        Customer customer = customer().connected();
        byte[] poison = "{\"type\":\"full-sy".getBytes(StandardCharsets.UTF_8);
        try (Heard heard = customer.listening();
                TopicTap parked =
                        TopicTap.on(BackingServices.bootstrapServers(), Topic.PARKED_BY_FETCHER)) {
            SendRecords.send(
                    BackingServices.bootstrapServers(), Topic.SYNC_REQUESTS, 0, "k", poison);
            SendRecords.send(
                    BackingServices.bootstrapServers(), Topic.NOTIFICATIONS, 0, "k", poison);

            assertThat(heard.runEnded(customer.sync(RunTrigger.INITIAL)).outcome())
                    .isEqualTo(new Outcome.Complete());
            Header reason =
                    parked.until(records -> records.size() >= 2)
                            .getFirst()
                            .headers()
                            .lastHeader(ParkedHeaders.REASON);
            assertThat(new String(reason.value(), StandardCharsets.UTF_8)).isNotBlank();
        }
    }

    private static String check(Customer customer, EntraTenantId tenant, String group) {
        UUID check = UUID.randomUUID();
        customer.ask(
                new CheckConnection(
                        customer.company(),
                        check,
                        tenant,
                        EntraObjectId.parse(group),
                        Instant.now()));
        return Store.awaitCheck(check);
    }

    private static void awaitSubscriptions(Customer customer, int count) {
        Store.await()
                .until(() ->
                        Surroundings.simulator()
                                        .notifications()
                                        .subscriptions(customer.tenant())
                                        .all()
                                        .size()
                                == count);
    }

    private static String groupOfType(Customer customer, boolean unified) {
        return groups(customer).stream()
                .filter(group -> group.object().texts("groupTypes").contains("Unified") == unified)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String groupNamed(Customer customer, String name) {
        return groups(customer).stream()
                .filter(group -> group.object().displayName().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<Entry> groups(Customer customer) {
        return customer.directory()
                .now()
                .list(entry -> entry.kind() == ObjectKind.GROUP, -1, Integer.MAX_VALUE);
    }

    private static Customer customer() {
        return Surroundings.customer(60);
    }
}
