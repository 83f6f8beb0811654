package com.learnamp.entra.writer.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.MailServer;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.messaging.TopicPublisher;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.mailer.Mail;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class SendInvitationsIT {

    private static final Instant AT = Instant.parse("2026-11-24T11:50:00Z");

    @Inject TopicPublisher publisher;
    @Inject SendInvitations sendInvitations;
    @Inject ComposeInvitation composeInvitation;

    @SuppressWarnings("NullAway.Init") // by the test resource
    MailServer mailServer;

    private final StoredCompany company = StoredCompany.invitingAtOnce();
    private final SyncRunId run = new SyncRunId(UUID.randomUUID());

    @Test
    void aNewPersonIsInvitedOnceInHisLanguageAndNeitherChangesNorAReturnMailHimAgain()
            throws Exception {
        Sample ruth = Sample.of(company);

        publish(Topic.COMMANDS, ruth.upsert(1));
        await().until(() -> "invite_pending".equals(status(ruth)));
        publish(Topic.COMMANDS, ruth.jobTitle("Chef").upsert(2));
        await().until(() -> applied(ruth, 2));
        publish(Topic.COMMANDS, ruth.deactivate(3));
        publish(Topic.COMMANDS, ruth.upsert(4));
        await().until(() -> applied(ruth, 4));
        sendInvitations.sendDue();

        assertThat(mails(ruth)).hasSize(1);
        MimeMessage mail = mails(ruth).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Votre invitation à Learn Amp");
        assertThat(com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(mail))
                .contains("multipart/alternative", "text/html", "http://localhost:8080/");
        assertThat(status(ruth)).isEqualTo("invite_pending");
        assertThat(company.history(company.userId(ruth.object())))
                .extracting(row -> row.get("kind"), row -> row.get("cause"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("created", "notification"),
                        org.assertj.core.groups.Tuple.tuple("updated", "invitation"),
                        org.assertj.core.groups.Tuple.tuple("updated", "notification"),
                        org.assertj.core.groups.Tuple.tuple("deactivated", "notification"),
                        org.assertj.core.groups.Tuple.tuple("reactivated", "notification"));
    }

    @Test
    void theTextIsInThePersonsLanguageOrInEnglish() {
        Map.of(
                        "en", "Your invitation to Learn Amp",
                        "fr-CA", "Votre invitation à Learn Amp",
                        "de", "Ihre Einladung zu Learn Amp",
                        "es-CO", "Su invitación a Learn Amp",
                        "pl", "Your invitation to Learn Amp")
                .forEach((language, subject) -> {
                    Mail mail =
                            composeInvitation.compose(
                                    new Invitation(
                                            1, "ruth@example.com", "Ruth", language, "Hythe", 1));
                    assertThat(mail.getSubject()).isEqualTo(subject);
                    assertThat(List.of(mail.getText(), mail.getHtml()))
                            .allSatisfy(text ->
                                    assertThat(text)
                                            .contains("Ruth", "Hythe", "http://localhost:8080/"));
                });
    }

    @Test
    void whoeverWasHereBeforeIsNotInvitedNorIsAReplay() {
        Sample known = Sample.of(company);
        company.individual(known.email(), Map.of());
        Sample replayed = Sample.of(company).from(Origin.ofCause(Origin.Cause.REPLAY, null));
        StoredCompany byHand = StoredCompany.create();
        Sample notAsked = Sample.of(byHand);

        publish(Topic.COMMANDS, known.upsert(1), replayed.upsert(1), notAsked.upsert(1));
        await().until(() -> applied(known, 1) && applied(replayed, 1));
        await().until(() -> byHand.ledger(notAsked.object()).isPresent());

        assertThat(company.invitations()).isEmpty();
        assertThat(byHand.invitations()).isEmpty();
        assertThat(status(replayed)).isEqualTo("not_invited");
    }

    @Test
    void whoeverIsHiredLaterIsInvitedThenAndAHireDateThatMovesMovesTheInvitation() {
        StoredCompany later = StoredCompany.invitingOnHireDates();
        Sample ruth = Sample.of(later).hiredOn(LocalDate.of(2099, 1, 5));

        publish(Topic.COMMANDS, ruth.upsert(1));
        await().until(() -> later.ledger(ruth.object()).isPresent());
        sendInvitations.sendDue();

        assertThat(later.user(ruth.object())).containsEntry("status", "invite_scheduled");
        assertThat(later.invitations())
                .singleElement()
                .satisfies(row ->
                        assertThat(row)
                                .containsEntry("state", "due")
                                .containsEntry("due_at", "2099-01-05 08:00:00+00"));

        publish(Topic.COMMANDS, ruth.hiredOn(LocalDate.of(2020, 1, 5)).upsert(2));
        await().until(() -> {
            sendInvitations.sendDue();
            return "invite_pending".equals(later.user(ruth.object()).get("status"));
        });
        assertThat(mails(ruth)).hasSize(1);
    }

    @Test
    void aHireDateThatLearnAmpKeepsAgainstEntraIsTheOneThatCounts() {
        StoredCompany later = StoredCompany.invitingOnHireDates();
        later.fieldRules("{\"hireDate\": \"only_when_empty\"}");
        Sample ruth = Sample.of(later).hiredOn(LocalDate.of(2099, 1, 5));
        publish(Topic.COMMANDS, ruth.upsert(1));
        await().until(() -> later.ledger(ruth.object()).isPresent());
        later.set(later.userId(ruth.object()), "hire_date", "2099-03-01");

        publish(Topic.COMMANDS, ruth.hiredOn(LocalDate.of(2099, 2, 2)).upsert(2));

        await().until(() ->
                "2099-03-01 08:00:00+00".equals(later.invitations().getFirst().get("due_at")));
        assertThat(later.user(ruth.object())).containsEntry("hire_date", "2099-03-01");
    }

    @Test
    void onceInvitationsAreSentByHandNobodyIsInvitedByHimself() {
        StoredCompany later = StoredCompany.invitingOnHireDates();
        Sample ruth = Sample.of(later).hiredOn(LocalDate.of(2099, 1, 5));
        publish(Topic.COMMANDS, ruth.upsert(1));
        await().until(() -> later.ledger(ruth.object()).isPresent());
        StoredCompany.execute(
                "UPDATE provisioning.integrations SET invitations = 'by_hand' WHERE company_id = ?",
                later.id().value());
        StoredCompany.execute(
                "UPDATE provisioning.invitations SET due_at = now() WHERE company_id = ?",
                later.id().value());

        sendInvitations.sendDue();

        assertThat(mails(ruth)).isEmpty();
        assertThat(later.invitations())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("state", "due"));
    }

    @Test
    void theInvitationsOfARunLeaveAfterItsEndAndEachOnce() {
        List<Sample> people =
                IntStream.range(0, 45).mapToObj(number -> Sample.of(company).inRun(run)).toList();

        publisher.publish(
                Topic.COMMANDS_BULK, people.stream().map(person -> person.upsert(1)).toList());
        await().until(() -> company.invitations().size() == 45);
        sendInvitations.sendDue();
        assertThat(company.invitations())
                .allSatisfy(row -> assertThat(row).containsEntry("state", "held"));
        assertThat(mails(people)).isEmpty();

        publisher.publish(Topic.COMMANDS_BULK, List.of(ended()));
        await().until(() -> "finished".equals(company.run(run.value()).get("state")));
        await().until(() -> {
            CompletableFuture.allOf(
                            Stream.generate(() ->
                                            CompletableFuture.runAsync(sendInvitations::sendDue))
                                    .limit(4)
                                    .toArray(CompletableFuture[]::new))
                    .join();
            return company.invitations().stream().allMatch(row -> "sent".equals(row.get("state")));
        });

        assertThat(mails(people)).hasSize(45);
        assertThat(people).allSatisfy(person -> assertThat(mails(person)).hasSize(1));
    }

    @Test
    void whatADeadSenderTookIsNotSentAgainButShown() {
        Sample ruth = Sample.of(company).inRun(run);
        publish(Topic.COMMANDS_BULK, ruth.upsert(1));
        await().until(() -> company.invitations().size() == 1);

        StoredCompany.execute(
                "UPDATE provisioning.invitations SET state = 'sending', claimed_at = now() -"
                        + " interval '1 hour' WHERE company_id = ?",
                company.id().value());

        await().until(() -> company.attention(ruth.object()).contains("invitation_unknown"));
        assertThat(company.invitations().getFirst()).containsEntry("state", "unknown");
        publish(Topic.COMMANDS, ruth.upsert(2));
        await().until(() -> applied(ruth, 2));
        assertThat(company.attention(ruth.object())).containsExactly("invitation_unknown");
        assertThat(mails(ruth)).isEmpty();
    }

    @Test
    void whoeverHasBeenDeactivatedIsNotInvited() {
        Sample ruth = Sample.of(company).inRun(run);
        publish(Topic.COMMANDS_BULK, ruth.upsert(1), ruth.deactivate(2));
        publish(Topic.COMMANDS_BULK, Sample.of(company).inRun(run).upsert(1));
        Sample noah = Sample.of(company).inRun(run);
        publish(Topic.COMMANDS_BULK, noah.upsert(1));
        await().until(() -> applied(noah, 1));
        publish(Topic.COMMANDS_BULK, noah.deactivate(2), ended());
        await().until(() -> "finished".equals(company.run(run.value()).get("state")));

        sendInvitations.sendDue();

        assertThat(mails(noah)).isEmpty();
        assertThat(status(noah)).isEqualTo("deactivated");
    }

    private void publish(Topic topic, ProvisioningCommand... commands) {
        publisher.publish(topic, List.of(commands));
    }

    private boolean applied(Sample person, long counter) {
        return company.ledger(person.object())
                .filter(row -> Long.toString(counter).equals(row.get("counter")))
                .isPresent();
    }

    private String status(Sample person) {
        return company.ledger(person.object())
                .map(row -> String.valueOf(company.user(person.object()).get("status")))
                .orElse("nobody");
    }

    private List<MimeMessage> mails(List<Sample> people) {
        return people.stream().flatMap(person -> mails(person).stream()).toList();
    }

    private List<MimeMessage> mails(Sample person) {
        return mailServer.received().stream().filter(mail -> isTo(mail, person)).toList();
    }

    private static boolean isTo(MimeMessage mail, Sample person) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0]
                    .toString()
                    .equals(person.email());
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private RunEnded ended() {
        return new RunEnded(
                company.id(),
                run,
                RunTrigger.GROUP_CHANGE,
                1,
                AT,
                new Version(1, 1),
                45,
                new RunEnded.Outcome.Complete(),
                AT.plusSeconds(60));
    }
}
