package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import com.learnamp.entra.writer.guard.WatchWithheld;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Too many new people, or too many cleared values, wait for a review like too many leavers. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class GuardArrivalsIT {

    @Inject ApplyCommands applyCommands;
    @Inject WatchWithheld watch;

    private final StoredCompany company = StoredCompany.invitingAtOnce();

    @Test
    void tooManyNewPeopleWaitAndNobodyIsCreatedOrInvited() {
        company.guard(0, 2);
        SyncRunId run = new SyncRunId(UUID.randomUUID());
        List<Sample> three = people(3).stream().map(one -> one.inRun(run)).toList();

        applyCommands.applyBulk(Poll.of(three.stream().map(one -> one.upsert(1)).toList()));

        assertThat(company.users()).hasSize(1);
        assertThat(company.invitations()).isEmpty();
        assertThat(company.teams()).isEmpty();
        assertThat(company.run(run.value())).containsEntry("waiting", "3");
        assertThat(company.reviews())
                .singleElement()
                .satisfies(review ->
                        assertThat(review)
                                .containsEntry("kind", "creation")
                                .containsEntry("most_people", "2"));
        assertThat(company.withheld(three.getFirst().object()))
                .containsEntry("state", "review")
                .containsEntry("name", "Ruth Ainsley")
                .containsEntry("email", three.getFirst().email())
                .containsEntry("reason", "new");
    }

    @Test
    void theLimitOnNewPeopleCountsOverBothLanes() {
        company.guard(0, 2);
        List<Sample> three = people(3);

        applyCommands.applyLive(Poll.of(three.get(0).upsert(1)));
        applyCommands.applyBulk(Poll.of(three.get(1).upsert(1)));
        applyCommands.applyLive(Poll.of(three.get(2).upsert(1)));

        assertThat(company.users()).hasSize(3);
        assertThat(company.withheld(three.get(2).object())).containsEntry("state", "review");
    }

    @Test
    void anApprovedOneIsCreatedByTheNextLookAndARejectedOneIsNot() {
        company.guard(0, 1);
        List<Sample> two = people(2);
        applyCommands.applyLive(Poll.of(two.stream().map(one -> one.upsert(1)).toList()));
        decide(two.get(0), "asked", true);
        decide(two.get(1), "rejected", false);

        watch.watch(company.id());

        assertThat(company.outbox("entra.sync-requests.v1"))
                .singleElement()
                .satisfies(look -> assertThat(look.get("payload")).contains("KEPT_BACK"));
        assertThat(company.users()).hasSize(1);

        applyCommands.applyLive(Poll.of(two.stream().map(one -> one.upsert(2)).toList()));
        watch.watch(company.id());

        assertThat(company.user(two.get(0).object())).containsEntry("job_title", "Engineer");
        assertThat(company.withheld(two.get(0).object())).isEmpty();
        assertThat(company.withheld(two.get(1).object())).containsEntry("state", "rejected");
        assertThat(company.users()).hasSize(2);
    }

    @Test
    void whoeverLeavesWhileHeWaitsLeavesTheReview() {
        company.guard(0, 1);
        List<Sample> two = people(2);
        applyCommands.applyLive(Poll.of(two.stream().map(one -> one.upsert(1)).toList()));

        applyCommands.applyLive(Poll.of(two.stream().map(one -> one.deactivate(2)).toList()));
        watch.watch(company.id());

        assertThat(company.reviews().getFirst()).containsEntry("state", "closed");
    }

    @Test
    void whatAnAdminHasConfirmedByAPreviewIsNotBraked() {
        company.guard(0, 1);
        StoredCompany.execute(
                "UPDATE provisioning.integrations SET opening = true WHERE company_id = ?",
                company.id().value());

        applyCommands.applyBulk(Poll.of(people(5).stream().map(one -> one.upsert(1)).toList()));

        assertThat(company.users()).hasSize(6);
    }

    @Test
    void tooManyClearedValuesStayUntilApproved() {
        company.guard(0, null);
        Sample manager = Sample.of(company);
        List<Sample> two = people(2).stream().map(one -> one.managedBy(manager)).toList();
        applyCommands.applyLive(
                Poll.of(manager.upsert(1), two.get(0).upsert(1), two.get(1).upsert(1)));
        company.guard(0, 1);

        applyCommands.applyBulk(
                Poll.of(
                        two.stream()
                                .map(one ->
                                        one.blank().manager(new ManagerReading.None()).upsert(2))
                                .toList()));

        assertThat(two)
                .allSatisfy(one -> {
                    assertThat(company.user(one.object()))
                            .containsEntry("job_title", "Engineer")
                            .containsEntry("manager_object", manager.object().toString());
                    assertThat(company.withheld(one.object()))
                            .containsEntry("kind", "clearing")
                            .containsEntry("state", "review");
                });

        decide(two.getFirst(), "asked", true);
        applyCommands.applyLive(
                Poll.of(two.getFirst().blank().manager(new ManagerReading.None()).upsert(3)));
        applyCommands.applyLive(Poll.of(two.get(1).upsert(3)));

        assertThat(company.user(two.getFirst().object()))
                .containsEntry("job_title", null)
                .containsEntry("manager_object", null);
        assertThat(company.user(two.get(1).object())).containsEntry("job_title", "Engineer");
        assertThat(two).allSatisfy(one -> assertThat(company.withheld(one.object())).isEmpty());
    }

    private List<Sample> people(int count) {
        return Stream.generate(() -> Sample.of(company)).limit(count).toList();
    }

    private void decide(Sample person, String state, boolean approved) {
        StoredCompany.execute(
                "UPDATE provisioning.withheld SET state = ?, approved = ? WHERE company_id = ? AND"
                        + " object_id = ?",
                state,
                approved,
                company.id().value(),
                person.object().value());
    }
}
