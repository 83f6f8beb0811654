package com.learnamp.entra.writer.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.MailServer;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.messaging.TopicPublisher;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import com.learnamp.entra.writer.guard.WatchWithheld;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** More invitations than the limit allows wait for a review, and each leaves once. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class GuardInvitationsIT {

    private static final Instant AT = Instant.parse("2026-11-24T11:50:00Z");

    @Inject TopicPublisher publisher;
    @Inject SendInvitations sendInvitations;
    @Inject WatchWithheld watch;

    @SuppressWarnings("NullAway.Init") // by the test resource
    MailServer mailServer;

    private final StoredCompany company = StoredCompany.invitingAtOnce();
    private SyncRunId run = new SyncRunId(UUID.randomUUID());

    @Test
    void tooManyInvitationsWaitAnApprovalSendsEachOnceAndARejectionNone() {
        List<Sample> four = createdByARun(4);
        company.guard(0, 3);
        endRun();
        await().until(() ->
                states().equals(List.of("kept_back", "kept_back", "kept_back", "kept_back")));

        sendInvitations.sendDue();
        watch.watch(company.id());
        sendInvitations.sendDue();

        assertThat(four).allSatisfy(one -> assertThat(mails(one)).isZero());
        assertThat(company.reviews())
                .singleElement()
                .satisfies(review ->
                        assertThat(review)
                                .containsEntry("kind", "invitation")
                                .containsEntry("most_people", "3")
                                .containsEntry("state", "open"));
        assertThat(company.withheld(four.getFirst().object()))
                .containsEntry("kind", "invitation")
                .containsEntry("state", "review")
                .containsEntry("reason", "not_invited");

        decide(four.get(0), "asked", true);
        decide(four.get(1), "asked", true);
        decide(four.get(2), "rejected", false);
        deactivate(four.get(3));
        for (int turn = 0; turn < 3; turn++) {
            watch.watch(company.id());
            sendInvitations.sendDue();
        }
        await().until(() -> states().stream().filter("sent"::equals).count() == 2);

        assertThat(four).extracting(this::mails).containsExactly(1L, 1L, 0L, 0L);
        assertThat(company.outbox("entra.sync-requests.v1")).isEmpty();
        assertThat(company.withheld(four.get(2).object())).containsEntry("state", "rejected");
        assertThat(company.withheld(four.get(3).object())).isEmpty();
        assertThat(company.reviews().getFirst()).containsEntry("state", "closed");

        decide(four.get(2), "asked", true);
        watch.watch(company.id());
        sendInvitations.sendDue();
        await().until(() -> mails(four.get(2)) == 1);
        assertThat(company.withheld(four.get(2).object())).isEmpty();
    }

    @Test
    void theLimitCountsOverTheWindowAndWhoeverIsInvitedByHandWaitsForNothing() {
        List<Sample> two = createdByARun(2);
        company.guard(0, 2);
        endRun();
        await().until(() -> two.stream().allMatch(one -> mails(one) == 1));
        company.guard(0, null);
        Sample third = createdByARun(1).getFirst();
        company.guard(0, 2);
        endRun();
        await().until(() -> company.withheld(third.object()).containsKey("review_id"));

        StoredCompany.execute(
                "UPDATE provisioning.invitations SET state = 'due', requested_by = 'Helen' WHERE"
                        + " company_id = ? AND state = 'kept_back'",
                company.id().value());
        watch.watch(company.id());
        sendInvitations.sendDue();

        await().until(() -> mails(third) == 1);
        assertThat(company.withheld(third.object())).isEmpty();
        assertThat(company.reviews().getFirst()).containsEntry("state", "closed");
    }

    @Test
    void whomAnAdminHasLetInIsInvitedWhateverTheLimit() {
        StoredCompany.execute(
                "UPDATE provisioning.integrations SET opening = true WHERE company_id = ?",
                company.id().value());
        company.guard(0, 1);

        List<Sample> three = createdByARun(3);
        endRun();

        await().until(() -> three.stream().allMatch(one -> mails(one) == 1));
        assertThat(company.reviews()).isEmpty();
    }

    /** Their invitations are held until it ends. */
    private List<Sample> createdByARun(int count) {
        run = new SyncRunId(UUID.randomUUID());
        List<Sample> people =
                Stream.generate(() -> Sample.of(company).inRun(run)).limit(count).toList();
        publisher.publish(Topic.COMMANDS_BULK, people.stream().map(one -> one.upsert(1)).toList());
        await().until(() -> states().stream().filter("held"::equals).count() == count);
        return people;
    }

    private void endRun() {
        publisher.publish(
                Topic.COMMANDS_BULK,
                List.of(
                        new RunEnded(
                                company.id(),
                                run,
                                RunTrigger.GROUP_CHANGE,
                                1,
                                AT,
                                new Version(1, 1),
                                4,
                                new RunEnded.Outcome.Complete(),
                                AT.plusSeconds(60))));
        await().until(() -> "finished".equals(company.run(run.value()).get("state")));
    }

    private List<String> states() {
        return company.invitations().stream().map(row -> String.valueOf(row.get("state"))).toList();
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

    private void deactivate(Sample person) {
        publisher.publish(Topic.COMMANDS, List.of(person.deactivate(2)));
        await().until(() -> "deactivated".equals(company.user(person.object()).get("status")));
    }

    private long mails(Sample person) {
        return mailServer.received().stream().filter(mail -> isTo(mail, person)).count();
    }

    private static boolean isTo(MimeMessage mail, Sample person) {
        try {
            Address to = mail.getRecipients(Message.RecipientType.TO)[0];
            return to.toString().equals(person.email());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
