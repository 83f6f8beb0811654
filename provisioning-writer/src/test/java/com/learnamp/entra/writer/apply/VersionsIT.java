package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class VersionsIT {

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void theNewestVersionWinsAndOlderOnesAreDropped() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.jobTitle("Second").upsert(2)));

        applyCommands.applyBulk(Poll.of(ruth.jobTitle("First").upsert(1)));

        assertThat(company.user(ruth.object())).containsEntry("job_title", "Second");
        assertThat(company.history()).hasSize(1);
    }

    @Test
    void anOlderLeavingIsDroppedToo() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(2)));

        applyCommands.applyBulk(Poll.of(ruth.deactivate(1)));

        assertThat(company.user(ruth.object())).containsEntry("status", "not_invited");
    }

    @Test
    void aLaterEpochIsNewerWhateverItsCounter() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.jobTitle("Old owner").upsert(900)));

        applyCommands.applyLive(Poll.of(ruth.jobTitle("New owner").upsert(new Version(2, 1))));

        assertThat(company.user(ruth.object())).containsEntry("job_title", "New owner");
    }

    @Test
    void theSameVersionTwiceChangesNothing() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        Map<String, ?> user = company.user(ruth.object());
        Map<String, ?> ledger = company.ledger(ruth.object()).orElseThrow();

        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        assertThat(company.user(ruth.object()).equals(user)).isTrue();
        assertThat(company.ledger(ruth.object()).orElseThrow().equals(ledger)).isTrue();
        assertThat(company.history()).hasSize(1);
    }

    @Test
    void ofOnePersonInOneBatchOnlyTheNewestCounts() {
        Sample ruth = Sample.of(company);

        applyCommands.applyLive(
                Poll.of(
                        ruth.jobTitle("First").upsert(1),
                        ruth.jobTitle("Third").upsert(3),
                        ruth.jobTitle("Second").upsert(2)));

        assertThat(company.user(ruth.object()))
                .containsEntry("job_title", "Third")
                .containsEntry("change_counter", "1");
    }

    @Test
    void whoeverIsHeardOfHasALedgerRowAlsoIfHeWasNeverCreated() {
        Sample ruth = Sample.of(company);

        applyCommands.applyLive(Poll.of(ruth.deactivate(5)));
        applyCommands.applyLive(Poll.of(ruth.upsert(4)));

        assertThat(company.ledger(ruth.object()).orElseThrow())
                .containsEntry("state", "out_of_scope")
                .containsEntry("counter", "5")
                .containsEntry("user_id", null);
        assertThat(company.users()).hasSize(1);
    }

    @Test
    void commandsOfOlderSettingsAreDiscarded() {
        Sample ruth = Sample.of(company);
        company.revision(7);

        applyCommands.applyLive(Poll.of(ruth.revision(6).upsert(1)));
        applyCommands.applyLive(Poll.of(ruth.revision(6).deactivate(2)));

        assertThat(company.ledger(ruth.object())).isEmpty();

        applyCommands.applyLive(Poll.of(ruth.revision(7).upsert(3)));

        assertThat(company.user(ruth.object())).containsEntry("job_title", "Engineer");
    }

    @Test
    void aCompanyThatIsNotFollowedIsLeftAlone() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        StoredCompany.execute(
                "UPDATE provisioning.integrations SET status = 'disconnected' WHERE company_id ="
                        + " ?",
                company.id().value());

        applyCommands.applyLive(Poll.of(ruth.deactivate(2)));

        assertThat(company.user(ruth.object())).containsEntry("status", "not_invited");
    }

    @Test
    void companiesDoNotSeeEachOther() {
        StoredCompany other = StoredCompany.create();
        Sample here = Sample.of(company);
        Sample there = here.in(other.id()).jobTitle("Elsewhere");

        applyCommands.applyLive(Poll.of(List.of(here.upsert(1), there.upsert(9))));
        applyCommands.applyLive(Poll.of(List.of(here.deactivate(2))));

        assertThat(company.user(here.object())).containsEntry("status", "deactivated");
        assertThat(other.user(here.object()))
                .containsEntry("status", "not_invited")
                .containsEntry("job_title", "Elsewhere");
        assertThat(company.teams()).hasSize(1);
        assertThat(other.teams()).hasSize(1);
    }
}
