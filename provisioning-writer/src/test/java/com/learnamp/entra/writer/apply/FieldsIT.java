package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    void whatIsOverriddenIsRecordedAsDrift() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        long user = company.userId(ruth.object());
        company.set(user, "job_title", "By hand");
        company.set(user, "location", "Both have it");
        company.set(user, "hire_date", null);

        applyCommands.applyBulk(
                Poll.of(ruth.department("Sales").location("Both have it").upsert(2)));
        applyCommands.applyBulk(Poll.of(ruth.location("Both have it").upsert(3)));

        assertThat(company.drift(user))
                .containsExactly(
                        "2 hireDate: 2024-02-29 was null", "2 jobTitle: Engineer was By hand");
        assertThat(company.history(user).get(1))
                .hasEntrySatisfying(
                        "changes",
                        changes ->
                                assertThat(changes)
                                        .contains("\"before\": \"By hand\"")
                                        .contains("\"after\": \"Engineer\""));
    }

    @Test
    void whatIsWrittenOnlyWhenEmptyLeavesWhatSomebodyElsePutThere() {
        company.fieldRules("{\"jobTitle\": \"only_when_empty\"}");
        Sample ruth = Sample.of(company);
        company.individual(ruth.email(), Map.of("job_title", "Founder"));
        Sample noah = Sample.of(company).jobTitle(null);
        applyCommands.applyLive(Poll.of(ruth.upsert(1), noah.upsert(1)));
        applyCommands.applyLive(Poll.of(noah.jobTitle("Cook").upsert(2)));
        applyCommands.applyLive(Poll.of(noah.jobTitle("Sous-chef").upsert(3), ruth.upsert(3)));
        company.set(company.userId(noah.object()), "job_title", "Chef");

        applyCommands.applyLive(Poll.of(noah.jobTitle("Head chef").upsert(4)));
        applyCommands.applyLive(Poll.of(noah.blank().upsert(5)));

        assertThat(company.history(company.userId(noah.object())))
                .extracting(row -> String.valueOf(row.get("changes")))
                .anySatisfy(changes -> assertThat(changes).contains("Sous-chef"));

        assertThat(company.user(ruth.object())).containsEntry("job_title", "Founder");
        assertThat(company.user(noah.object()))
                .containsEntry("job_title", "Chef")
                .containsEntry("location", null);
    }

    @Test
    void whatIsNeverClearedFollowsEntraButForBlanks() {
        company.fieldRules("{\"jobTitle\": \"never_clear\"}");
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1), ruth.upsert(1)));

        applyCommands.applyLive(Poll.of(ruth.jobTitle("Chef").upsert(2)));
        applyCommands.applyLive(Poll.of(ruth.blank().upsert(3)));

        assertThat(company.user(ruth.object())).containsEntry("job_title", "Chef");

        company.fieldRules("{}");
        applyCommands.applyLive(Poll.of(ruth.blank().upsert(4)));

        assertThat(company.user(ruth.object())).containsEntry("job_title", null);
    }

    @Test
    void theCompanysLanguageIsForNewPeopleAndForWhoeverHadOneFromEntra() {
        Sample noah = Sample.of(company);
        Sample known = Sample.of(company).language(null);
        long individual = company.individual(known.email(), Map.of("language", "de"));
        Sample choosing = Sample.of(company);
        Sample fresh = Sample.of(company).language(null);
        applyCommands.applyLive(
                Poll.of(noah.upsert(1), known.upsert(1), choosing.upsert(1), fresh.upsert(1)));
        company.set(company.userId(choosing.object()), "language", "it");

        applyCommands.applyLive(
                Poll.of(
                        noah.language(null).upsert(2),
                        known.upsert(2),
                        choosing.language(null).upsert(2)));

        assertThat(company.user(fresh.object())).containsEntry("language", "en");
        assertThat(company.userWithId(individual)).containsEntry("language", "de");
        assertThat(company.user(choosing.object())).containsEntry("language", "it");
        assertThat(company.user(noah.object())).containsEntry("language", "en");

        applyCommands.applyLive(Poll.of(known.language("fr").upsert(3)));

        assertThat(company.userWithId(individual)).containsEntry("language", "fr");
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
    void aTeamIsTheSameHoweverItsLettersAreComposedAndFolded() {
        long economy = company.team("Ökonomie");
        long street = company.team("STRASSENBAU");
        Sample ruth = Sample.of(company).department("o\u0308konomie");
        Sample noah = Sample.of(company).department("\u00a0straßenbau\t");

        applyCommands.applyLive(Poll.of(ruth.upsert(1), noah.upsert(1)));

        assertThat(company.user(ruth.object()))
                .containsEntry("primary_team_id", Long.toString(economy));
        assertThat(company.user(noah.object()))
                .containsEntry("primary_team_id", Long.toString(street));
    }

    @Test
    void aTeamIsMadeOnceAlsoWhereTwoBatchesMeet() {
        List<Runnable> batches =
                IntStream.range(0, 8)
                        .<Runnable>mapToObj(number -> {
                            Sample one =
                                    Sample.of(company)
                                            .department(number % 2 == 0 ? "ÖKONOMIE" : "ökonomie");
                            return number % 4 < 2
                                    ? () -> applyCommands.applyLive(Poll.of(one.upsert(1)))
                                    : () -> applyCommands.applyBulk(Poll.of(one.upsert(1)));
                        })
                        .toList();

        CompletableFuture.allOf(
                        batches.stream()
                                .map(CompletableFuture::runAsync)
                                .toArray(CompletableFuture[]::new))
                .join();

        assertThat(company.teams()).hasSize(1);
        assertThat(company.users().stream().filter(user -> user.get("team") != null)).hasSize(8);
    }

    @Test
    void whatIsMadeByHandOfATeamIsNeverTouched() {
        long parent = company.team("Everybody");
        long team = company.team("Research");
        StoredCompany.execute(
                "UPDATE learnamp.teams SET parent_team_id = ?, manager_id = ? WHERE id = ?",
                parent,
                company.owner(),
                team);
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        StoredCompany.execute(
                "INSERT INTO learnamp.secondary_team_users (company_id, team_id, user_id) VALUES"
                        + " (?, ?, ?)",
                company.id().value(),
                parent,
                company.userId(ruth.object()));
        List<Map<String, @Nullable String>> before = company.teams();

        applyCommands.applyLive(Poll.of(ruth.department("RESEARCH").upsert(2)));
        applyCommands.applyLive(Poll.of(ruth.department("Sales").upsert(3)));
        applyCommands.applyLive(Poll.of(ruth.department(null).upsert(4)));

        assertThat(company.teams().subList(0, 2)).isEqualTo(before);
        assertThat(company.user(ruth.object())).containsEntry("team", "Sales");
        assertThat(
                        StoredCompany.rows(
                                "SELECT team_id FROM learnamp.secondary_team_users WHERE user_id ="
                                        + " ?",
                                company.userId(ruth.object())))
                .hasSize(1);
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
