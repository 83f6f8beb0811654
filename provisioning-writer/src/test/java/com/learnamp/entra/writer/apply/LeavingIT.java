package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.ManagerReading;
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
class LeavingIT {

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void whoeverLeavesIsDeactivatedAndHisMembershipsEnd() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        long user = company.userId(ruth.object());
        long secondary = company.team("Running");
        StoredCompany.execute(
                "INSERT INTO learnamp.secondary_team_users VALUES (?, ?, ?)",
                company.id().value(),
                secondary,
                user);

        applyCommands.applyLive(Poll.of(ruth.deactivate(2)));

        assertThat(company.userWithId(user))
                .containsEntry("status", "deactivated")
                .containsEntry("status_before_deactivation", "not_invited")
                .containsEntry("primary_team_id", null)
                .hasEntrySatisfying("deactivated_at", at -> assertThat(at).isNotNull());
        assertThat(
                        StoredCompany.rows(
                                "SELECT 1 FROM learnamp.secondary_team_users WHERE user_id = ?",
                                user))
                .isEmpty();
        assertThat(company.history().getLast())
                .containsEntry("kind", "deactivated")
                .containsEntry("reason", "left_the_group")
                .hasEntrySatisfying(
                        "changes",
                        changes -> assertThat(changes).contains("secondaryTeams", "primaryTeam"));
    }

    @Test
    void hisReportsGoToTheOwnerAndComeBackOnHisReturn() {
        Sample boss = Sample.of(company);
        Sample ruth = Sample.of(company).managedBy(boss);
        applyCommands.applyLive(Poll.of(boss.upsert(1), ruth.upsert(1)));

        applyCommands.applyLive(Poll.of(boss.deactivate(2)));

        assertThat(company.user(ruth.object()))
                .containsEntry("manager_id", Long.toString(company.owner()));
        assertThat(company.history(company.userId(ruth.object())).getLast())
                .containsEntry("reason", "manager_deactivated");

        applyCommands.applyBulk(Poll.of(ruth.upsert(2)));

        assertThat(company.user(ruth.object()))
                .containsEntry("manager_id", Long.toString(company.owner()));

        applyCommands.applyLive(Poll.of(boss.upsert(3)));

        assertThat(company.user(ruth.object()))
                .containsEntry("manager_object", boss.object().toString());
    }

    @Test
    void whomEntraHasGivenToSomebodyElseDoesNotComeBackToHim() {
        Sample boss = Sample.of(company);
        Sample next = Sample.of(company);
        Sample ruth = Sample.of(company).managedBy(boss);
        Sample noah = Sample.of(company).managedBy(boss);
        applyCommands.applyLive(
                Poll.of(boss.upsert(1), next.upsert(1), ruth.upsert(1), noah.upsert(1)));
        applyCommands.applyLive(Poll.of(boss.deactivate(2)));
        applyCommands.applyLive(
                Poll.of(
                        ruth.managedBy(next).upsert(2),
                        noah.manager(new ManagerReading.None()).upsert(2)));

        applyCommands.applyLive(Poll.of(boss.upsert(3)));

        assertThat(company.user(ruth.object()))
                .containsEntry("manager_object", next.object().toString());
        assertThat(company.user(noah.object())).containsEntry("manager_id", null);
    }

    @Test
    void entraClearsTheOwnerWhoStoodIn() {
        Sample boss = Sample.of(company);
        Sample ruth = Sample.of(company).managedBy(boss);
        applyCommands.applyLive(Poll.of(boss.upsert(1), ruth.upsert(1)));
        applyCommands.applyLive(Poll.of(boss.deactivate(2)));

        applyCommands.applyLive(Poll.of(ruth.manager(new ManagerReading.None()).upsert(2)));

        assertThat(company.user(ruth.object())).containsEntry("manager_id", null);
    }

    @Test
    void aReportsNewManagerInTheSameBatchIsNotTheOwner() {
        Sample boss = Sample.of(company);
        Sample next = Sample.of(company);
        Sample ruth = Sample.of(company).managedBy(boss);
        applyCommands.applyLive(Poll.of(boss.upsert(1), next.upsert(1), ruth.upsert(1)));

        applyCommands.applyLive(Poll.of(ruth.managedBy(next).upsert(2), boss.deactivate(2)));

        assertThat(company.user(ruth.object()))
                .containsEntry("manager_object", next.object().toString());
        assertThat(company.history(company.userId(ruth.object()))).hasSize(2);
    }

    @Test
    void whoeverReturnsIsReactivatedWithHisTeamAndHisManager() {
        Sample boss = Sample.of(company);
        Sample ruth = Sample.of(company).managedBy(boss);
        applyCommands.applyLive(Poll.of(boss.upsert(1), ruth.upsert(1)));
        company.set(company.userId(ruth.object()), "status", "confirmed");
        applyCommands.applyLive(Poll.of(ruth.deactivate(2)));

        applyCommands.applyLive(Poll.of(ruth.upsert(3)));

        assertThat(company.user(ruth.object()))
                .containsEntry("status", "confirmed")
                .containsEntry("status_before_deactivation", null)
                .containsEntry("deactivated_at", null)
                .containsEntry("team", "Research")
                .containsEntry("manager_object", boss.object().toString());
        assertThat(company.history(company.userId(ruth.object())).getLast())
                .containsEntry("kind", "reactivated");
    }

    @Test
    void whoeverIsReactivatedByHandIsDeactivatedByANewerWordOfEntra() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        applyCommands.applyLive(Poll.of(ruth.deactivate(2)));
        StoredCompany.execute(
                "UPDATE learnamp.users SET status = 'confirmed', deactivated_at = NULL WHERE id = ?",
                company.userId(ruth.object()));

        applyCommands.applyLive(Poll.of(ruth.deactivate(3)));

        assertThat(company.user(ruth.object())).containsEntry("status", "deactivated");
    }

    @Test
    void theLastActiveOwnerStays() {
        Sample owner = ownerInEntra();

        applyCommands.applyLive(Poll.of(owner.deactivate(2)));

        assertThat(company.userWithId(company.owner())).containsEntry("status", "not_invited");
        assertThat(company.attention(owner.object())).containsExactly("last_owner");
        assertThat(company.ledger(owner.object()).orElseThrow())
                .containsEntry("state", "out_of_scope");
    }

    @Test
    void ofTwoOwnersWhoLeaveTogetherOneStays() {
        Sample owner = ownerInEntra();
        Sample second = Sample.of(company);
        long other = company.individual(second.email(), Map.of("role", "owner"));
        company.choose(second.object(), other, "same_person");
        applyCommands.applyLive(Poll.of(second.upsert(1)));

        applyCommands.applyLive(Poll.of(second.deactivate(2), owner.deactivate(3)));

        assertThat(company.userWithId(other)).containsEntry("status", "deactivated");
        assertThat(company.userWithId(company.owner())).containsEntry("status", "not_invited");
        assertThat(company.attention(owner.object())).containsExactly("last_owner");
    }

    @Test
    void anOwnerWhomALeaverManagedDoesNotManageHimself() {
        Sample boss = Sample.of(company);
        applyCommands.applyLive(Poll.of(boss.upsert(1)));
        company.set(company.owner(), "manager_id", Long.toString(company.userId(boss.object())));

        applyCommands.applyLive(Poll.of(boss.deactivate(2)));

        assertThat(company.userWithId(company.owner())).containsEntry("manager_id", null);
    }

    @Test
    void aRejectedPersonWhoWasDeactivatedReturnsWithTheNextGoodWord() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        applyCommands.applyLive(Poll.of(ruth.deactivate(2)));
        applyCommands.applyLive(Poll.of(ruth.reject(3)));

        applyCommands.applyLive(Poll.of(ruth.upsert(4)));

        assertThat(company.user(ruth.object())).containsEntry("status", "not_invited");
    }

    private Sample ownerInEntra() {
        Sample owner = Sample.of(company).email("owner@example.com");
        company.choose(owner.object(), company.owner(), "same_person");
        applyCommands.applyLive(Poll.of(owner.upsert(1)));
        return owner;
    }
}
