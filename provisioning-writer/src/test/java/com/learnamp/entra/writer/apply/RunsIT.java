package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunEnded.Outcome;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class RunsIT {

    private static final Instant AT = Instant.parse("2026-11-24T11:50:00Z");

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();
    private final SyncRunId run = new SyncRunId(UUID.randomUUID());

    @Test
    void theFiguresOfARunAreExactAndCountNothingTwice() {
        Sample created = Sample.of(company).inRun(run);
        Sample linked = Sample.of(company).inRun(run);
        company.individual(linked.email(), java.util.Map.of());
        Sample unchanged = Sample.of(company);
        Sample updated = Sample.of(company);
        Sample leaver = Sample.of(company);
        Sample returning = Sample.of(company);
        Sample rejected = Sample.of(company).inRun(run);
        applyCommands.applyLive(
                Poll.of(
                        unchanged.upsert(1),
                        updated.upsert(1),
                        leaver.upsert(1),
                        returning.upsert(1)));
        applyCommands.applyLive(Poll.of(returning.deactivate(2)));

        for (int delivery = 0; delivery < 2; delivery++) {
            applyCommands.applyBulk(
                    Poll.of(
                            created.upsert(3),
                            linked.upsert(3),
                            unchanged.inRun(run).upsert(3),
                            updated.inRun(run).jobTitle("Chef").upsert(3),
                            leaver.inRun(run).deactivate(3),
                            returning.inRun(run).upsert(3),
                            rejected.reject(3),
                            ended(new Outcome.Complete(), 1, 3)));
        }

        assertThat(company.run(run.value()))
                .containsEntry("trigger", "group_change")
                .containsEntry("state", "finished")
                .containsEntry("people", "6")
                .containsEntry("created", "1")
                .containsEntry("linked", "1")
                .containsEntry("unchanged", "1")
                .containsEntry("updated", "1")
                .containsEntry("deactivated", "1")
                .containsEntry("reactivated", "1")
                .containsEntry("rejected", "1")
                .containsEntry("parked", "0")
                .containsEntry("looked_up", "0")
                .hasEntrySatisfying("ended_at", at -> assertThat(at).isNotNull());
    }

    @Test
    void whoeverIsBoundAndActiveButUntouchedByACompleteRunIsLookedUp() {
        Sample lost = Sample.of(company);
        Sample gone = Sample.of(company);
        Sample seen = Sample.of(company);
        applyCommands.applyLive(Poll.of(lost.upsert(1), gone.upsert(1), seen.upsert(1)));
        applyCommands.applyLive(Poll.of(gone.deactivate(2)));

        applyCommands.applyBulk(
                Poll.of(seen.inRun(run).upsert(5), ended(new Outcome.Complete(), 1, 5)));

        assertThat(company.run(run.value())).containsEntry("looked_up", "1");
        assertThat(company.outbox("entra.sync-requests.v1"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row)
                                .containsEntry("record_key", company.id() + ":" + lost.object())
                                .hasEntrySatisfying(
                                        "payload",
                                        json ->
                                                assertThat(json)
                                                        .contains(
                                                                "look-up-user",
                                                                "UNTOUCHED_BY_RUN")));
    }

    @Test
    void aFailedRunLooksNobodyUp() {
        applyCommands.applyLive(Poll.of(Sample.of(company).upsert(1)));

        applyCommands.applyBulk(
                Poll.of(ended(new Outcome.Failed("forbidden", "Grant the permission."), 1, 5)));

        assertThat(company.run(run.value()))
                .containsEntry("state", "failed")
                .containsEntry("failure_category", "forbidden")
                .containsEntry("failure_message", "Grant the permission.")
                .containsEntry("looked_up", "0");
        assertThat(company.outbox("entra.sync-requests.v1")).isEmpty();
    }

    @Test
    void aRunOfOlderSettingsIsSuperseded() {
        applyCommands.applyLive(Poll.of(Sample.of(company).upsert(1)));
        company.revision(2);

        applyCommands.applyBulk(Poll.of(ended(new Outcome.Complete(), 1, 5)));

        assertThat(company.run(run.value()))
                .containsEntry("state", "superseded")
                .containsEntry("looked_up", "0");
    }

    @Test
    void aRunThatSomebodyElseBeganIsEndedAndNotBegunAgain() {
        StoredCompany.execute(
                "INSERT INTO provisioning.sync_runs (id, company_id, revision, trigger,"
                        + " requested_by, requested_at) VALUES (?, ?, 1, 'manual', 'Helen', now())",
                run.value(),
                company.id().value());
        Sample ruth = Sample.of(company).from(Origin.ofRun(run, RunTrigger.MANUAL, AT));

        applyCommands.applyBulk(Poll.of(ruth.upsert(3), ended(new Outcome.Complete(), 1, 3)));

        assertThat(company.run(run.value()))
                .containsEntry("requested_by", "Helen")
                .containsEntry("created", "1")
                .containsEntry("state", "finished");
    }

    private RunEnded ended(Outcome outcome, long revision, long firstVersion) {
        return new RunEnded(
                company.id(),
                run,
                RunTrigger.GROUP_CHANGE,
                revision,
                AT,
                new Version(1, firstVersion),
                6,
                outcome,
                AT.plusSeconds(60));
    }
}
