package com.learnamp.entra.photo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.SimulatedGraph;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.TopicPublisher;
import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.directory.Photo;
import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.RequestCounts;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.TenantSettings;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the photos of many people cost, and that a tenant's weather is its own. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "photo_sync"),
            @ResourceArg(name = "simulator", value = "true")
        })
class PhotoRoundIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PEOPLE = 100;
    private static final int PHOTOS = 60;

    @Inject TopicPublisher publisher;

    /** Filled by {@link BackingServices}. */
    @Nullable SimulatedGraph graph;

    @Test
    void asksForTwentyAtATimeForBytesOnceAndTheNextDayForNoBytes() throws SQLException {
        Tenant tenant = tenant();
        PhotoCompany company = company(tenant, everybody(tenant));
        tenant.requests().reset();

        UUID first = run(company, tenant, RunTrigger.MANUAL);

        await().atMost(PATIENCE).until(() -> "100 40 60 0 0".equals(company.figures(first)));
        assertThat(batches(tenant)).isEqualTo(PEOPLE / 20);
        assertThat(downloads(tenant)).isEqualTo(PHOTOS);

        tenant.requests().reset();
        UUID second = run(company, tenant, RunTrigger.MANUAL);

        await().atMost(PATIENCE).until(() -> "100 100 0 0 0".equals(company.figures(second)));
        assertThat(batches(tenant)).isEqualTo(PEOPLE / 20);
        assertThat(downloads(tenant)).isZero();
        assertThat(company.history()).isEqualTo(PHOTOS);
    }

    @Test
    void theDailyRoundWaitsItsTimeAndStillGoesTwentyAtATime() throws SQLException {
        Tenant tenant = tenant();
        PhotoCompany company = company(tenant, everybody(tenant));
        tenant.requests().reset();
        UUID run = run(company, tenant, RunTrigger.SCHEDULE);
        await().atMost(PATIENCE).until(() -> company.waiting() >= PEOPLE - 20);
        company.execute(
                "UPDATE provisioning.photo_lookups SET due_at = now() + interval '2 hours' WHERE company_id = ? AND due_at < now() + interval '2 hours'",
                company.id().value());
        long before = batches(tenant);
        long waiting = company.waiting();

        company.execute(
                "UPDATE provisioning.photo_lookups SET due_at = now() WHERE (company_id, object_id) = (SELECT company_id, object_id FROM provisioning.photo_lookups WHERE company_id = ? LIMIT 1)",
                company.id().value());

        await().atMost(PATIENCE).until(() -> company.waiting() == waiting - 20);
        assertThat(batches(tenant)).isEqualTo(before + 1);
        assertThat(company.figures(run)).isNotNull();
    }

    @Test
    void stepsThatAreThrottledComeAgainAndNobodyIsTakenForSomebodyWithout() throws SQLException {
        Tenant tenant = tenant();
        PhotoCompany company = company(tenant, everybody(tenant));
        tenant.setFaults(
                Faults.NONE.with(Map.of("batchThrottleRate", 0.3, "retryAfterSeconds", 1.0)));

        UUID run = run(company, tenant, RunTrigger.MANUAL);

        await().atMost(PATIENCE).until(() -> "100 40 60 0 0".equals(company.figures(run)));
        assertThat(company.waiting()).isZero();
    }

    @Test
    void aThrottledTenantHoldsUpNoOther() throws SQLException {
        Tenant throttled = tenant();
        PhotoCompany waiting = company(throttled, everybody(throttled));
        throttled.setFaults(
                Faults.NONE.with(Map.of("throttleEverything", true, "retryAfterSeconds", 3600.0)));
        run(waiting, throttled, RunTrigger.MANUAL);
        await().atMost(PATIENCE).until(() -> batches(throttled) >= 1);
        Tenant other = tenant();
        PhotoCompany company = company(other, everybody(other));

        UUID run = run(company, other, RunTrigger.MANUAL);

        await().atMost(PATIENCE).until(() -> "100 40 60 0 0".equals(company.figures(run)));
        assertThat(waiting.waiting()).isEqualTo(PEOPLE);
        assertThat(waiting.avatars()).isZero();
        assertThat(batches(throttled)).isLessThanOrEqualTo(2);
    }

    private Tenant tenant() {
        Tenant tenant =
                simulator()
                        .addTenant(
                                new TenantSettings(
                                        UUID.randomUUID().toString(),
                                        PEOPLE,
                                        7,
                                        UUID.randomUUID().toString(),
                                        "crowd.example"));
        tenant.consent().grant(simulator().clientId(), Consent.USUAL_ROLES);
        List<UUID> people = everybody(tenant);
        for (int number = 0; number < PEOPLE; number++) {
            String person = people.get(number).toString();
            if (number < PHOTOS) {
                tenant.directory().setPhoto(person, Photo.painted(1_000 + number, 240));
            } else {
                tenant.directory().removePhoto(person);
            }
        }
        return tenant;
    }

    private PhotoCompany company(Tenant tenant, List<UUID> people) throws SQLException {
        PhotoCompany company = PhotoCompany.in(BackingServices::connectToStore);
        for (UUID person : people) {
            company.person(person);
        }
        publisher.publish(
                Topic.INTEGRATIONS,
                List.of(company.settings(tenant.id(), tenant.settings().groupId(), 1, true)));
        return company;
    }

    private UUID run(PhotoCompany company, Tenant tenant, RunTrigger trigger) {
        SyncRunId run = new SyncRunId(UUID.randomUUID());
        Origin origin = Origin.ofRun(run, trigger, Instant.now());
        publisher.publish(
                Topic.PHOTO_COMMANDS,
                everybody(tenant).stream().map(person -> company.sync(person, origin)).toList());
        return run.value();
    }

    private static List<UUID> everybody(Tenant tenant) {
        return tenant
                .directory()
                .now()
                .list(entry -> entry.kind() == ObjectKind.USER && entry.isLive(), -1, PEOPLE)
                .stream()
                .map(Entry::id)
                .map(UUID::fromString)
                .toList();
    }

    private static long batches(Tenant tenant) {
        return count(tenant, "POST $batch");
    }

    private static long downloads(Tenant tenant) {
        return count(tenant, "GET users/{}/photos/{}/$value")
                + count(tenant, "GET users/{}/photo/$value");
    }

    private static long count(Tenant tenant, String kind) {
        return tenant.requests()
                .byKind()
                .getOrDefault(kind, new RequestCounts.Count(0, 0, 0))
                .requests();
    }

    private GraphSimulator simulator() {
        return Objects.requireNonNull(graph, "graph").simulator();
    }
}
