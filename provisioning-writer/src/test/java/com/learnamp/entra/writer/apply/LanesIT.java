package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.messaging.TopicPublisher;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class LanesIT {

    private static final int MANY = 10_000;

    @Inject TopicPublisher publisher;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void aLiveChangeDoesNotWaitForABulkSyncOfItsOwnCompany() {
        SyncRunId run = new SyncRunId(UUID.randomUUID());
        List<UpsertUser> bulk =
                IntStream.range(0, MANY)
                        .mapToObj(number -> Sample.of(company).inRun(run).upsert(1))
                        .toList();
        Sample ruth = Sample.of(company);

        publisher.publish(Topic.COMMANDS_BULK, bulk);
        publisher.publish(Topic.COMMANDS_BULK, List.of(ended(run)));
        publisher.publish(Topic.COMMANDS, List.of(ruth.upsert(1)));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> company.ledger(ruth.object()).isPresent());
        assertThat(peopleInLedger()).isLessThan(MANY);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(company.run(run.value())).containsEntry("state", "finished"));
        assertThat(company.run(run.value())).containsEntry("created", Integer.toString(MANY));
        assertThat(peopleInLedger()).isEqualTo(MANY + 1);
    }

    @Test
    void aDatabaseThatDropsItsConnectionsLosesNothing() {
        SyncRunId run = new SyncRunId(UUID.randomUUID());
        List<UpsertUser> bulk =
                IntStream.range(0, MANY / 2)
                        .mapToObj(number -> Sample.of(company).inRun(run).upsert(1))
                        .toList();

        publisher.publish(Topic.COMMANDS_BULK, bulk);
        publisher.publish(Topic.COMMANDS_BULK, List.of(ended(run)));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(700))
                .until(() -> {
                    StoredCompany.rows(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE"
                                    + " application_name LIKE 'provisioning-writer%'");
                    return peopleInLedger() > MANY / 4;
                });

        await().atMost(Duration.ofMinutes(2)).until(() -> peopleInLedger() == MANY / 2);
        await().untilAsserted(() ->
                assertThat(company.run(run.value()))
                        .containsEntry("state", "finished")
                        .containsEntry("created", Integer.toString(MANY / 2)));
        assertThat(company.history()).hasSize(MANY / 2);
    }

    private RunEnded ended(SyncRunId run) {
        return new RunEnded(
                company.id(),
                run,
                RunTrigger.GROUP_CHANGE,
                1,
                Instant.parse("2026-11-24T11:50:00Z"),
                new Version(1, 1),
                MANY,
                new RunEnded.Outcome.Complete(),
                Instant.parse("2026-11-24T11:51:00Z"));
    }

    private long peopleInLedger() {
        return Long.parseLong(
                String.valueOf(
                        StoredCompany.one(
                                        "SELECT count(*) AS people FROM provisioning.ledger WHERE"
                                                + " company_id = ?",
                                        company.id().value())
                                .orElseThrow()
                                .get("people")));
    }
}
