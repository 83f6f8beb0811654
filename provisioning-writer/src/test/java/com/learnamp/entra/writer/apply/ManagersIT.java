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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class ManagersIT {

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void aReportIsLinkedToAManagerWhoWasThereBefore() {
        Sample boss = Sample.of(company);
        Sample ruth = Sample.of(company).managedBy(boss);

        applyCommands.applyLive(Poll.of(boss.upsert(1)));
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        assertThat(managerOf(ruth)).isEqualTo(boss.object().toString());
    }

    @Test
    void aReportWhoCameFirstIsLinkedWhenTheManagerComes() {
        Sample boss = Sample.of(company);
        Sample ruth = Sample.of(company).managedBy(boss);

        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        assertThat(managerOf(ruth)).isNull();
        applyCommands.applyLive(Poll.of(boss.upsert(1)));

        assertThat(managerOf(ruth)).isEqualTo(boss.object().toString());
        assertThat(company.history(company.userId(ruth.object())).getLast())
                .containsEntry("kind", "updated")
                .containsEntry("reason", "manager_active")
                .hasEntrySatisfying("changes", changes -> assertThat(changes).contains("manager"));
    }

    @Test
    void peopleOfOneBatchManageEachOtherAlsoInALoop() {
        Sample one = Sample.of(company);
        Sample two = Sample.of(company).managedBy(one);
        Sample first = one.managedBy(two);

        applyCommands.applyLive(Poll.of(two.upsert(1), first.upsert(1)));

        assertThat(managerOf(two)).isEqualTo(one.object().toString());
        assertThat(managerOf(one)).isEqualTo(two.object().toString());
        assertThat(company.history()).hasSize(2);
    }

    @Test
    void peopleWhoManageEachOtherInACircleAreReportedOnceUntilTheCircleIsBroken() {
        Sample one = Sample.of(company);
        Sample two = Sample.of(company).managedBy(one);
        Sample three = Sample.of(company).managedBy(two);
        Sample first = one.managedBy(three);
        Sample beneath = Sample.of(company).managedBy(one);
        applyCommands.applyLive(Poll.of(one.upsert(1)));
        applyCommands.applyLive(Poll.of(two.upsert(1), three.upsert(1), beneath.upsert(1)));
        assertThat(company.attention("manager_loop")).isEmpty();

        applyCommands.applyLive(Poll.of(first.upsert(2)));
        List<Map<String, @Nullable String>> reported = company.attention("manager_loop");
        assertThat(reported).hasSize(1);

        applyCommands.applyBulk(
                Poll.of(first.upsert(3), two.upsert(3), three.upsert(3), beneath.upsert(3)));
        applyCommands.applyLive(Poll.of(beneath.managedBy(two).upsert(4)));
        assertThat(company.attention("manager_loop")).isEqualTo(reported);

        applyCommands.applyLive(Poll.of(two.manager(new ManagerReading.None()).upsert(5)));
        assertThat(company.attention("manager_loop")).isEmpty();
    }

    @Test
    void nobodyManagesHimself() {
        Sample boss = Sample.of(company);
        Sample ruth = Sample.of(company).managedBy(boss);
        applyCommands.applyLive(Poll.of(boss.upsert(1), ruth.upsert(1)));

        applyCommands.applyLive(Poll.of(ruth.managedBy(ruth).upsert(2)));
        assertThat(managerOf(ruth)).isNull();

        applyCommands.applyLive(Poll.of(ruth.deactivate(3)));
        applyCommands.applyLive(Poll.of(ruth.managedBy(ruth).upsert(4)));
        assertThat(managerOf(ruth)).isNull();
    }

    @Test
    void noManagerInEntraClearsTheLinkAndNotReadLeavesIt() {
        Sample boss = Sample.of(company);
        Sample ruth = Sample.of(company).managedBy(boss);
        applyCommands.applyLive(Poll.of(boss.upsert(1), ruth.upsert(1)));

        applyCommands.applyLive(Poll.of(ruth.manager(new ManagerReading.NotRead()).upsert(2)));
        assertThat(managerOf(ruth)).isEqualTo(boss.object().toString());
        applyCommands.applyLive(Poll.of(ruth.manager(new ManagerReading.None()).upsert(3)));

        assertThat(managerOf(ruth)).isNull();
    }

    @Test
    void anIndividualWhomNobodyManagesInEntraKeepsTheManagerThatLearnAmpHad() {
        Sample ruth = Sample.of(company).manager(new ManagerReading.None());
        long before =
                company.individual(
                        ruth.email(), Map.of("manager_id", Long.toString(company.owner())));

        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        assertThat(company.userWithId(before))
                .containsEntry("manager_id", Long.toString(company.owner()));
    }

    @Test
    void aManagerSetByHandIsOverridden() {
        Sample boss = Sample.of(company);
        Sample ruth = Sample.of(company).managedBy(boss);
        applyCommands.applyLive(Poll.of(boss.upsert(1), ruth.upsert(1)));
        company.set(company.userId(ruth.object()), "manager_id", Long.toString(company.owner()));

        applyCommands.applyLive(Poll.of(ruth.upsert(2)));

        assertThat(managerOf(ruth)).isEqualTo(boss.object().toString());
    }

    @Test
    void somebodyOutsideIsNobodysManagerAndEndsTheLinkBefore() {
        Sample boss = Sample.of(company);
        Sample outsider = Sample.of(company);
        Sample ruth = Sample.of(company).managedBy(boss);
        applyCommands.applyLive(Poll.of(boss.upsert(1), ruth.upsert(1)));

        applyCommands.applyLive(Poll.of(ruth.managedBy(outsider).upsert(2)));

        assertThat(managerOf(ruth)).isNull();
    }

    @Test
    void whereManagersAreNotAssignedLinksStay() {
        StoredCompany.execute(
                "UPDATE provisioning.integrations SET assign_managers = false WHERE company_id ="
                        + " ?",
                company.id().value());
        Sample boss = Sample.of(company);
        Sample ruth = Sample.of(company).managedBy(boss);

        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        applyCommands.applyLive(Poll.of(boss.upsert(1)));

        assertThat(managerOf(ruth)).isNull();
    }

    private @Nullable String managerOf(Sample report) {
        return company.user(report.object()).get("manager_object");
    }
}
