package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import com.learnamp.entra.writer.guard.WatchWithheld;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The first run in a scope stops at a preview: nothing is done before an admin has confirmed it.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class PreviewIT {

    private static final Instant AT = Instant.parse("2026-11-24T11:50:00Z");

    @Inject ApplyCommands applyCommands;
    @Inject WatchWithheld watch;

    private final StoredCompany company = StoredCompany.create();
    private final SyncRunId run = new SyncRunId(UUID.randomUUID());

    @Test
    void aFirstRunWritesNothingAndTellsNobodyButKeepsWhatItWouldDo() {
        company.unconfirmed();
        Sample ruth = inRun(Sample.of(company));
        Sample priya = inRun(Sample.of(company));
        long individual = company.individual(priya.email(), Map.of("job_title", "Cook"));
        Sample noah = inRun(Sample.of(company));

        // Whatever comes twice counts once.
        for (int delivery = 0; delivery < 2; delivery++) {
            applyCommands.applyBulk(
                    Poll.of(ruth.upsert(3), priya.upsert(3), noah.reject(3), ended(1, 3)));
        }

        assertThat(company.users()).hasSize(2);
        assertThat(company.teams()).isEmpty();
        assertThat(company.history()).isEmpty();
        assertThat(company.ledger(ruth.object())).isEmpty();
        assertThat(company.attention(noah.object())).isEmpty();
        assertThat(company.outbox("learnamp.user-events.v1")).isEmpty();
        assertThat(company.run(run.value()))
                .containsEntry("state", "previewed")
                .containsEntry("created", "1")
                .containsEntry("linked", "1")
                .containsEntry("rejected", "1");
        assertThat(previews())
                .singleElement()
                .satisfies(preview ->
                        assertThat(preview).containsEntry("run_id", run.value().toString()));
        assertThat(previewed(ruth))
                .containsEntry("outcome", "created")
                .containsEntry("name", "Ruth Ainsley")
                .containsEntry("email", ruth.email())
                .hasEntrySatisfying(
                        "changes",
                        changes ->
                                assertThat(changes)
                                        .contains("\"jobTitle\": {\"after\": \"Engineer\"")
                                        .contains("\"primaryTeam\": {\"after\": \"Research\""));
        assertThat(previewed(priya))
                .containsEntry("outcome", "linked")
                .containsEntry("user_id", Long.toString(individual))
                .hasEntrySatisfying(
                        "changes", changes -> assertThat(changes).contains("\"before\": \"Cook\""));
        assertThat(previewed(noah))
                .containsEntry("reason", "no_email")
                .containsEntry("name", "Noah Fairclough");
    }

    @Test
    void aConfirmedPreviewIsMadeTrueByTheNextRunAlone() {
        company.unconfirmed();
        Sample ruth = inRun(Sample.of(company));
        applyCommands.applyBulk(Poll.of(ruth.upsert(3), ended(1, 3)));

        confirm();
        watch.watch(company.id());

        assertThat(company.users()).hasSize(1);
        assertThat(previews()).isEmpty();
        assertThat(previewed(ruth)).isEmpty();
        SyncRunId next = new SyncRunId(UUID.randomUUID());
        applyCommands.applyBulk(Poll.of(of(ruth, next).upsert(5), ended(next, 1, 5)));

        assertThat(company.user(ruth.object())).containsEntry("job_title", "Engineer");
        assertThat(company.run(next.value())).containsEntry("state", "finished");
        assertThat(opening()).isEqualTo("f");
    }

    @Test
    void aPreviewOfAnotherGroupTellsWhoWouldLeave() {
        Sample stays = Sample.of(company);
        Sample goes = Sample.of(company);
        applyCommands.applyLive(Poll.of(stays.upsert(1), goes.upsert(1)));
        int history = company.history().size();
        StoredCompany.execute(
                "UPDATE provisioning.integrations SET revision = 2, group_id = ? WHERE company_id = ?",
                UUID.randomUUID(),
                company.id().value());

        applyCommands.applyBulk(
                Poll.of(inRun(stays.revision(2)).jobTitle("Chef").upsert(3), ended(2, 3)));

        assertThat(company.history()).hasSize(history);
        assertThat(previewed(stays)).containsEntry("outcome", "updated");
        assertThat(previewed(goes))
                .containsEntry("outcome", "leaves")
                .containsEntry("reason", "left_the_group");
        assertThat(company.run(run.value()))
                .containsEntry("updated", "1")
                .containsEntry("waiting", "1")
                .containsEntry("deactivated", "0");
    }

    @Test
    void aPreviewThatNobodyConfirmsExpires() {
        company.unconfirmed();
        Sample ruth = inRun(Sample.of(company));
        applyCommands.applyBulk(Poll.of(ruth.upsert(3), ended(1, 3)));
        StoredCompany.execute(
                "UPDATE provisioning.previews SET expires_at = now() WHERE company_id = ?",
                company.id().value());

        watch.watch(company.id());

        assertThat(previews()).isEmpty();
        assertThat(previewed(ruth)).isEmpty();
        applyCommands.applyLive(Poll.of(ruth.upsert(4)));
        assertThat(company.users()).hasSize(1);
    }

    @Test
    void theNextPreviewKnowsNobodyOfTheOneBefore() {
        company.unconfirmed();
        Sample ruth = inRun(Sample.of(company));
        applyCommands.applyBulk(Poll.of(ruth.upsert(3), ended(1, 3)));

        SyncRunId next = new SyncRunId(UUID.randomUUID());
        Sample priya = of(Sample.of(company), next);
        applyCommands.applyBulk(Poll.of(priya.upsert(5), ended(next, 1, 5)));

        assertThat(previewed(ruth)).isEmpty();
        assertThat(company.run(next.value())).containsEntry("created", "1");
    }

    private Sample inRun(Sample person) {
        return of(person, run);
    }

    private static Sample of(Sample person, SyncRunId run) {
        return person.from(Origin.ofRun(run, RunTrigger.INITIAL, AT));
    }

    private RunEnded ended(long revision, long firstVersion) {
        return ended(run, revision, firstVersion);
    }

    private RunEnded ended(SyncRunId which, long revision, long firstVersion) {
        return new RunEnded(
                company.id(),
                which,
                RunTrigger.INITIAL,
                revision,
                AT,
                new Version(1, firstVersion),
                3,
                new RunEnded.Outcome.Complete(),
                AT.plusSeconds(60));
    }

    private void confirm() {
        StoredCompany.execute(
                "UPDATE provisioning.integrations SET confirmed_revision = revision, opening = true WHERE"
                        + " company_id = ?",
                company.id().value());
        StoredCompany.execute(
                "UPDATE provisioning.previews SET confirmed_at = now() WHERE company_id = ?",
                company.id().value());
    }

    private String opening() {
        return String.valueOf(
                StoredCompany.rows(
                                "SELECT opening FROM provisioning.integrations WHERE company_id = ?",
                                company.id().value())
                        .getFirst()
                        .get("opening"));
    }

    private List<Map<String, @Nullable String>> previews() {
        return StoredCompany.rows(
                "SELECT * FROM provisioning.previews WHERE company_id = ?", company.id().value());
    }

    private Map<String, @Nullable String> previewed(Sample person) {
        return StoredCompany.one(
                        "SELECT * FROM provisioning.preview_people WHERE company_id = ? AND object_id = ?",
                        company.id().value(),
                        person.object().value())
                .orElse(Map.of());
    }
}
