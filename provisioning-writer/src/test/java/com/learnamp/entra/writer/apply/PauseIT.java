package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A company, a lane or everything stands still, and goes on where it stopped. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class PauseIT {

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();
    private final StoredCompany other = StoredCompany.create();

    @AfterEach
    void resumeAll() {
        StoredCompany.execute(
                "UPDATE provisioning.pauses SET resumed_at = now(), resumed_by = 'test' WHERE"
                        + " resumed_at IS NULL");
    }

    @Test
    void aPausedCompanyStandsStillWhileTheOthersOfItsPartitionGoOn() {
        Sample ruth = Sample.of(company);
        Sample omar = Sample.of(other);
        SyncRunId run = new SyncRunId(UUID.randomUUID());
        pause(company, null);

        applyCommands.applyBulk(
                Poll.of(ruth.jobTitle("First").inRun(run).upsert(1), omar.upsert(1), ended(run)));
        applyCommands.applyBulk(Poll.of(ruth.jobTitle("Third").upsert(3)));
        applyCommands.applyBulk(Poll.of(ruth.jobTitle("Second").upsert(2)));

        assertThat(other.users()).hasSize(2);
        assertThat(company.users()).hasSize(1);
        assertThat(setAside()).isEqualTo(2);

        resume(company);

        await().untilAsserted(() -> assertThat(setAside()).isZero());
        assertThat(company.user(ruth.object())).containsEntry("job_title", "Third");
        assertThat(company.history()).hasSize(1);
        assertThat(company.run(run.value())).containsEntry("state", "finished");
    }

    @Test
    void aPausedLaneWaitsInKafkaAndTheOtherGoesOn() {
        Sample ruth = Sample.of(company);
        pause(null, "bulk");

        CompletableFuture<Void> bulk =
                CompletableFuture.runAsync(() -> applyCommands.applyBulk(Poll.of(ruth.upsert(1))));
        applyCommands.applyLive(Poll.of(Sample.of(other).upsert(1)));

        assertThat(other.users()).hasSize(2);
        assertThat(bulk).isNotDone();
        assertThat(company.users()).hasSize(1);

        resumeAll();

        await().until(bulk::isDone);
        assertThat(company.users()).hasSize(2);
    }

    @Test
    void timersStandStillAndNoMailLeaves() {
        pause(company, null);

        assertThat(
                        StoredCompany.one(
                                "SELECT set_config('learnamp.company_id', ?, false),"
                                        + " provisioning.directory_is_seen()::text AS seen",
                                company.id().toString()))
                .hasValueSatisfying(row -> assertThat(row).containsEntry("seen", "false"));
    }

    private RunEnded ended(SyncRunId run) {
        return new RunEnded(
                company.id(),
                run,
                RunTrigger.GROUP_CHANGE,
                1,
                Instant.parse("2026-11-24T11:50:00Z"),
                new Version(1, 1),
                1,
                new RunEnded.Outcome.Complete(),
                Instant.parse("2026-11-24T11:51:00Z"));
    }

    private static void pause(@Nullable StoredCompany of, @Nullable String lane) {
        StoredCompany.execute(
                "INSERT INTO provisioning.pauses (company_id, what, lane, reason, paused_by,"
                        + " paused_at) VALUES (?, 'writes', ?, 'test', 'test', now())",
                of == null ? null : of.id().value(),
                lane);
    }

    private static void resume(StoredCompany of) {
        StoredCompany.execute(
                "UPDATE provisioning.pauses SET resumed_at = now(), resumed_by = 'test' WHERE"
                        + " company_id = ?",
                of.id().value());
    }

    private long setAside() {
        return StoredCompany.rows(
                        "SELECT subject FROM provisioning.set_aside WHERE company_id = ?",
                        company.id().value())
                .size();
    }
}
