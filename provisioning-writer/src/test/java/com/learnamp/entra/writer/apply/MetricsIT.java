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
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class MetricsIT {

    @Inject ApplyCommands applyCommands;
    @Inject MeterRegistry registry;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void whatBecomesOfCommandsIsCountedByLane() {
        Sample ruth = Sample.of(company);
        double created = counted("created");
        double stale = counted("dropped_stale");
        long delays = delays();

        applyCommands.applyLive(Poll.of(ruth.upsert(2), ruth.upsert(1)));
        applyCommands.applyLive(Poll.of(ruth.upsert(2)));

        assertThat(counted("created") - created).isEqualTo(1);
        assertThat(counted("dropped_stale") - stale).isEqualTo(2);
        assertThat(delays() - delays).isEqualTo(1);
    }

    @Test
    void theWayFromTheStoreToTheEventIsMeasuredInTheLaneOfTheChange() {
        long bulk = eventDelays("bulk");
        long live = eventDelays("live");

        applyCommands.applyBulk(
                Poll.of(Sample.of(company).upsert(1), Sample.of(company).upsert(1)));
        applyCommands.applyLive(Poll.of(Sample.of(company).upsert(1)));

        await().until(() -> eventDelays("bulk") - bulk >= 2 && eventDelays("live") - live >= 1);
    }

    @Test
    void whatWaitsInTheStoreIsMeasuredOfAllCompanies() {
        double parked = waiting();

        applyCommands.applyLive(Poll.of(Sample.of(company).jobTitle("\u0000").upsert(1)));
        applyCommands.applyLive(
                Poll.of(Sample.of(StoredCompany.create()).jobTitle("\u0000").upsert(1)));

        await().until(() -> waiting() - parked >= 2);
    }

    @Test
    void runsAreCountedOnceByHowTheyEnd() {
        double finished = runs();
        RunEnded ended =
                new RunEnded(
                        company.id(),
                        new SyncRunId(UUID.randomUUID()),
                        RunTrigger.SCHEDULE,
                        1,
                        Instant.parse("2026-11-24T11:50:00Z"),
                        new Version(1_769_000_000_000L, 1),
                        0,
                        new RunEnded.Outcome.Complete(),
                        Instant.parse("2026-11-24T11:51:00Z"));

        applyCommands.applyBulk(Poll.of(ended));
        applyCommands.applyBulk(Poll.of(ended));

        assertThat(runs() - finished).isEqualTo(1);
    }

    private double runs() {
        return registry.get(WriterMetrics.RUNS)
                .tags("trigger", "schedule", "result", "finished")
                .counter()
                .count();
    }

    private double waiting() {
        return registry.get("waiting.attention").tag("reason", "command_failed").gauge().value();
    }

    private long eventDelays(String lane) {
        return registry.get("writer.event.delay").tag("lane", lane).timer().count();
    }

    private double counted(String outcome) {
        return registry.counter(WriterMetrics.COMMANDS, "lane", "live", "outcome", outcome).count();
    }

    private long delays() {
        return registry.find(WriterMetrics.DELAY).tag("lane", "live").timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
