package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
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

/** What keeps people from being deactivated by mistake. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class GuardIT {

    @Inject ApplyCommands applyCommands;
    @Inject WatchWithheld watch;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void whatIsOverTheLimitWaitsForAReviewAndNobodyIsDeactivated() {
        company.guard(0, 2);
        List<Sample> three = members(3);

        applyCommands.applyBulk(Poll.of(three.stream().map(one -> one.deactivate(2)).toList()));

        assertThat(three)
                .allSatisfy(one -> {
                    assertThat(company.user(one.object())).containsEntry("status", "not_invited");
                    assertThat(company.withheld(one.object()))
                            .containsEntry("state", "review")
                            .containsEntry("reason", "left_the_group");
                });
        assertThat(company.reviews())
                .singleElement()
                .satisfies(review ->
                        assertThat(review)
                                .containsEntry("cause", "over_limit")
                                .containsEntry("most_people", "2")
                                .containsEntry("state", "open"));
    }

    @Test
    void theLimitCountsOverBothLanesAndAllRuns() {
        company.guard(0, 2);
        List<Sample> three = members(3);

        applyCommands.applyLive(Poll.of(three.get(0).deactivate(2)));
        applyCommands.applyBulk(Poll.of(three.get(1).deactivate(2)));
        applyCommands.applyLive(Poll.of(three.get(2).deactivate(2)));

        assertThat(three.stream().map(one -> company.user(one.object()).get("status")))
                .containsExactly("deactivated", "deactivated", "not_invited");
        assertThat(company.withheld(three.get(2).object())).containsEntry("state", "review");
    }

    @Test
    void whatWasCountedLongAgoIsNotCountedAnyMore() {
        company.guard(0, 1);
        List<Sample> two = members(2);
        applyCommands.applyLive(Poll.of(two.get(0).deactivate(2)));
        StoredCompany.execute(
                "UPDATE provisioning.guard_counts SET hour = hour - interval '25 hours' WHERE"
                        + " company_id = ?",
                company.id().value());

        applyCommands.applyLive(Poll.of(two.get(1).deactivate(2)));

        assertThat(company.user(two.get(1).object())).containsEntry("status", "deactivated");
    }

    @Test
    void anApprovalAsksForANewLookAndOnlyWhatThatSaysIsDone() {
        company.guard(0, 1);
        List<Sample> two = members(2);
        applyCommands.applyLive(Poll.of(two.stream().map(one -> one.deactivate(2)).toList()));
        approve();

        watch.watch(company.id());

        assertThat(looks()).hasSize(2).allSatisfy(look -> assertThat(look).contains("KEPT_BACK"));
        assertThat(two)
                .allSatisfy(one ->
                        assertThat(company.user(one.object()))
                                .containsEntry("status", "not_invited"));

        applyCommands.applyLive(Poll.of(two.get(0).deactivate(3), two.get(1).upsert(3)));

        assertThat(company.user(two.get(0).object())).containsEntry("status", "deactivated");
        assertThat(company.user(two.get(1).object())).containsEntry("status", "not_invited");
        assertThat(two).allSatisfy(one -> assertThat(company.withheld(one.object())).isEmpty());
    }

    @Test
    void whoeverReturnsLeavesTheReviewAndTheLastOneClosesIt() {
        company.guard(0, 1);
        List<Sample> two = members(2);
        applyCommands.applyLive(Poll.of(two.stream().map(one -> one.deactivate(2)).toList()));

        applyCommands.applyLive(Poll.of(two.stream().map(one -> one.upsert(3)).toList()));
        watch.watch(company.id());

        assertThat(company.reviews())
                .singleElement()
                .satisfies(review -> assertThat(review).containsEntry("state", "closed"));
        assertThat(looks()).isEmpty();
    }

    @Test
    void aReturnWithinTheGracePeriodLeavesNoTrace() {
        company.guard(48, null);
        Sample ruth = members(1).getFirst();
        int history = company.history().size();
        int events = company.outbox("learnamp.user-events.v1").size();

        applyCommands.applyLive(Poll.of(ruth.deactivate(2)));

        assertThat(company.withheld(ruth.object()))
                .containsEntry("state", "grace")
                .hasEntrySatisfying("due_at", due -> assertThat(due).isNotNull());

        applyCommands.applyLive(Poll.of(ruth.upsert(3)));

        assertThat(company.user(ruth.object())).containsEntry("status", "not_invited");
        assertThat(company.withheld(ruth.object())).isEmpty();
        assertThat(company.history()).hasSize(history);
        assertThat(company.outbox("learnamp.user-events.v1")).hasSizeLessThanOrEqualTo(events);
    }

    @Test
    void theEndOfAGracePeriodAsksForANewLookAndExecutesNothingByItself() {
        company.guard(48, null);
        Sample ruth = members(1).getFirst();
        applyCommands.applyLive(Poll.of(ruth.deactivate(2)));
        age("48 hours");

        watch.watch(company.id());
        watch.watch(company.id());

        assertThat(company.user(ruth.object())).containsEntry("status", "not_invited");
        assertThat(looks()).hasSize(1);

        applyCommands.applyLive(Poll.of(ruth.deactivate(3)));

        assertThat(company.user(ruth.object())).containsEntry("status", "deactivated");
        assertThat(company.withheld(ruth.object())).isEmpty();
    }

    @Test
    void timersStandStillWhileTheDirectoryCannotBeSeen() {
        timersStandStillBetween(() -> connection("stopped"), () -> connection("ok"));
    }

    @Test
    void timersStandStillWhileTheCompanyIsPaused() {
        for (String what : List.of("reads", "writes")) {
            timersStandStillBetween(() -> pause(what), this::resume);
        }
    }

    private void timersStandStillBetween(Runnable stop, Runnable goOn) {
        company.guard(48, 1);
        Sample ruth = members(1).getFirst();
        List<Sample> two = members(2);
        applyCommands.applyLive(Poll.of(ruth.deactivate(2)));
        applyCommands.applyLive(Poll.of(two.stream().map(one -> one.deactivate(2)).toList()));
        stop.run();
        watch.watch(company.id());
        age("72 hours");
        StoredCompany.execute(
                "UPDATE provisioning.reviews SET opened_at = opened_at - interval '30 days',"
                        + " expires_at = expires_at - interval '30 days' WHERE company_id = ?",
                company.id().value());
        StoredCompany.execute(
                "UPDATE provisioning.guard_blindness SET blind_since = blind_since - interval '30"
                        + " days' WHERE company_id = ?",
                company.id().value());

        watch.watch(company.id());
        assertThat(looks()).isEmpty();

        goOn.run();
        watch.watch(company.id());

        assertThat(looks()).isEmpty();
        assertThat(
                        StoredCompany.rows(
                                "SELECT due_at > now() + interval '40 hours' AS later FROM"
                                        + " provisioning.withheld WHERE company_id = ? AND due_at"
                                        + " IS NOT NULL",
                                company.id().value()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsEntry("later", "t"));
        assertThat(company.reviews())
                .isNotEmpty()
                .allSatisfy(review -> assertThat(review).containsEntry("state", "open"));
    }

    @Test
    void whoeverIsHeldStaysAndIsLookedAtAnewWhenTheHoldEnds() {
        Sample ruth = members(1).getFirst();
        hold(ruth);

        applyCommands.applyLive(Poll.of(ruth.deactivate(2)));

        assertThat(company.user(ruth.object())).containsEntry("status", "not_invited");
        assertThat(company.withheld(ruth.object())).containsEntry("state", "held");

        StoredCompany.execute(
                "UPDATE provisioning.holds SET until = now() - interval '1 minute' WHERE company_id"
                        + " = ?",
                company.id().value());
        watch.watch(company.id());
        assertThat(looks()).hasSize(1);
        applyCommands.applyLive(Poll.of(ruth.deactivate(3)));

        assertThat(company.user(ruth.object())).containsEntry("status", "deactivated");
    }

    @Test
    void whatIsNotReviewedExpiresIntoAnAlarmAndNeverIntoAnAction() {
        company.guard(0, 1);
        List<Sample> two = members(2);
        applyCommands.applyLive(Poll.of(two.stream().map(one -> one.deactivate(2)).toList()));
        StoredCompany.execute(
                "UPDATE provisioning.reviews SET expires_at = now() WHERE company_id = ?",
                company.id().value());

        watch.watch(company.id());
        applyCommands.applyBulk(Poll.of(two.stream().map(one -> one.deactivate(3)).toList()));
        watch.watch(company.id());

        assertThat(two)
                .allSatisfy(one ->
                        assertThat(company.user(one.object()))
                                .containsEntry("status", "not_invited"));
        assertThat(looks()).isEmpty();
        assertThat(
                        StoredCompany.rows(
                                "SELECT reason FROM provisioning.attention WHERE company_id = ?",
                                company.id().value()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("reason", "review_expired"));
    }

    @Test
    void aChangedGroupMakesNobodyALeaverByItself() {
        nobodyIsALeaverByAChangeOf("group_id");
    }

    @Test
    void aChangedTenantMakesNobodyALeaverByItself() {
        nobodyIsALeaverByAChangeOf("tenant_id");
    }

    private void nobodyIsALeaverByAChangeOf(String column) {
        List<Sample> two = members(2);
        StoredCompany.execute(
                "UPDATE provisioning.integrations SET revision = 2, "
                        + column
                        + " = ?, confirmed_revision = 2 WHERE company_id = ?",
                UUID.randomUUID(),
                company.id().value());

        applyCommands.applyLive(
                Poll.of(two.get(0).revision(2).deactivate(2), two.get(1).revision(2).upsert(2)));
        applyCommands.applyLive(Poll.of(two.get(1).revision(2).deactivate(3)));

        assertThat(company.user(two.get(0).object())).containsEntry("status", "not_invited");
        assertThat(company.withheld(two.get(0).object())).containsEntry("state", "review");
        assertThat(company.reviews())
                .singleElement()
                .satisfies(review -> assertThat(review).containsEntry("cause", "changed_scope"));
        // Whoever was seen in the new group may leave it like anybody else.
        assertThat(company.user(two.get(1).object())).containsEntry("status", "deactivated");
    }

    @Test
    void whatWasApprovedOfAnEarlierGroupIsNotDoneInTheNext() {
        company.guard(0, 1);
        List<Sample> two = members(2);
        applyCommands.applyLive(Poll.of(two.stream().map(one -> one.deactivate(2)).toList()));
        approve();
        StoredCompany.execute(
                "UPDATE provisioning.integrations SET revision = 2, group_id = ?,"
                        + " confirmed_revision = 2 WHERE company_id = ?",
                UUID.randomUUID(),
                company.id().value());

        applyCommands.applyLive(Poll.of(two.getFirst().revision(2).deactivate(3)));

        assertThat(company.user(two.getFirst().object())).containsEntry("status", "not_invited");
        assertThat(company.withheld(two.getFirst().object())).containsEntry("state", "review");
    }

    /** They came with a first sync that an admin had confirmed. */
    private List<Sample> members(int count) {
        List<Sample> members = Stream.generate(() -> Sample.of(company)).limit(count).toList();
        opening(true);
        applyCommands.applyLive(Poll.of(members.stream().map(one -> one.upsert(1)).toList()));
        opening(false);
        return members;
    }

    private void opening(boolean opening) {
        StoredCompany.execute(
                "UPDATE provisioning.integrations SET opening = ? WHERE company_id = ?",
                opening,
                company.id().value());
    }

    private void approve() {
        StoredCompany.execute(
                "UPDATE provisioning.withheld SET state = 'asked', approved = true WHERE company_id"
                        + " = ?",
                company.id().value());
    }

    private void hold(Sample person) {
        StoredCompany.execute(
                "INSERT INTO provisioning.holds (company_id, user_id, reason, held_by, held_at)"
                        + " VALUES (?, ?, 'on leave', 'Helen', now())",
                company.id().value(),
                company.userId(person.object()));
    }

    /** Lets so much time go by. */
    private void age(String interval) {
        StoredCompany.execute(
                "UPDATE provisioning.withheld SET due_at = due_at - ?::interval, since = since -"
                        + " ?::interval WHERE company_id = ?",
                interval,
                interval,
                company.id().value());
    }

    private void pause(String what) {
        StoredCompany.execute(
                "INSERT INTO provisioning.pauses (company_id, what, reason, paused_by, paused_at)"
                        + " VALUES (?, ?, 'moving house', 'Helen', now())",
                company.id().value(),
                what);
    }

    private void resume() {
        StoredCompany.execute(
                "UPDATE provisioning.pauses SET resumed_by = 'Helen', resumed_at = now() WHERE"
                        + " company_id = ?",
                company.id().value());
    }

    private void connection(String state) {
        StoredCompany.execute(
                "INSERT INTO directory.connections (company_id, tenant_id, group_id, state) VALUES"
                        + " (?, ?, ?, ?) ON CONFLICT (company_id) DO UPDATE SET state ="
                        + " excluded.state",
                company.id().value(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                state);
    }

    private List<String> looks() {
        return company.outbox("entra.sync-requests.v1").stream()
                .map(row -> String.valueOf(row.get("payload")))
                .toList();
    }
}
