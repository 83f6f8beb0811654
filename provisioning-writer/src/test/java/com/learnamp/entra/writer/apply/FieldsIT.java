package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class FieldsIT {

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void aBlankClearsWhatThisIntegrationWrote() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        applyCommands.applyLive(Poll.of(ruth.blank().upsert(2)));

        assertThat(company.user(ruth.object()))
                .containsEntry("job_title", null)
                .containsEntry("department", null)
                .containsEntry("location", null)
                .containsEntry("hire_date", null)
                .containsEntry("team", "Research");
    }

    @Test
    void aBlankLeavesWhatLearnAmpHadBefore() {
        Sample ruth = Sample.of(company);
        company.individual(ruth.email(), Map.of("job_title", "Founder", "hire_date", "1999-01-01"));

        applyCommands.applyLive(Poll.of(ruth.blank().upsert(1)));
        applyCommands.applyLive(Poll.of(ruth.blank().upsert(2)));

        assertThat(company.user(ruth.object()))
                .containsEntry("job_title", "Founder")
                .containsEntry("hire_date", "1999-01-01");
    }

    @Test
    void aBlankLeavesWhatSomebodyPutThereSince() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        company.set(company.userId(ruth.object()), "job_title", "By hand");

        applyCommands.applyLive(Poll.of(ruth.blank().upsert(2)));
        applyCommands.applyLive(Poll.of(ruth.blank().upsert(3)));

        assertThat(company.user(ruth.object())).containsEntry("job_title", "By hand");
    }

    @Test
    void manualChangesOfSyncedFieldsAreOverridden() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        long user = company.userId(ruth.object());
        long team = company.team("By hand");
        company.set(user, "job_title", "By hand");
        company.set(user, "primary_team_id", Long.toString(team));
        company.set(user, "time_zone", "Tokyo");
        company.set(user, "occupation_role", "Kept");

        applyCommands.applyBulk(Poll.of(ruth.upsert(2)));

        assertThat(company.user(ruth.object()))
                .containsEntry("job_title", "Engineer")
                .containsEntry("team", "Research")
                .containsEntry("time_zone", "Tokyo")
                .containsEntry("occupation_role", "Kept");
    }

    @Test
    void aTeamIsFoundWhateverItsCaseAndTheSpaceAroundIt() {
        long team = company.team("  reSEARCH ");
        Sample ruth = Sample.of(company);

        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        assertThat(company.user(ruth.object()))
                .containsEntry("primary_team_id", Long.toString(team));
        assertThat(company.teams()).hasSize(1);
    }

    @Test
    void aTeamIsFoundInAnyAlphabet() {
        long team = company.team("ÄRZTE ÉQUIPE ΔΕΛΤΑ");
        Sample ruth = Sample.of(company).department("ärzte équipe δελτα");

        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        assertThat(company.user(ruth.object()))
                .containsEntry("primary_team_id", Long.toString(team));
    }

    @Test
    void aTeamIsMadeOnceAndFlat() {
        Sample ruth = Sample.of(company).department("Field Sales");
        Sample noah = Sample.of(company).department("FIELD sales");

        applyCommands.applyLive(Poll.of(ruth.upsert(1), noah.upsert(1)));
        applyCommands.applyLive(Poll.of(Sample.of(company).department("field Sales").upsert(1)));

        assertThat(company.teams()).hasSize(1);
        assertThat(company.teams().getFirst()).containsEntry("parent_team_id", null);
        assertThat(company.user(noah.object())).containsEntry("department", "FIELD sales");
    }

    @Test
    void anotherDepartmentMovesThePersonAndLeavesTheOldTeam() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        applyCommands.applyLive(Poll.of(ruth.department("Sales").upsert(2)));

        assertThat(company.user(ruth.object())).containsEntry("team", "Sales");
        assertThat(company.teams()).hasSize(2);
    }

    @Test
    void historyTellsWhatChangedAndWhy() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        applyCommands.applyLive(Poll.of(ruth.jobTitle("Chef").upsert(2)));

        assertThat(company.history().getLast())
                .containsEntry("change_number", "2")
                .containsEntry("kind", "updated")
                .containsEntry("cause", "notification")
                .containsEntry("object_id", ruth.object().toString())
                .containsEntry(
                        "changes",
                        "{\"jobTitle\": {\"after\": \"Chef\", \"before\": \"Engineer\"}}")
                .hasEntrySatisfying("noticed_at", at -> assertThat(at).startsWith("2026-11-24"));
    }
}
