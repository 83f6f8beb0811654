package com.learnamp.entra.writer.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.MailServer;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever must act is told by e-mail, once, with a link. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class TellAdminsIT {

    @Inject WatchWithheld watch;

    @SuppressWarnings("NullAway.Init") // by the test resource
    MailServer mailServer;

    private final StoredCompany company = StoredCompany.create();
    private final String admin = UUID.randomUUID() + "@marlowe.example";

    @Test
    void adminsAreToldOnceOfAReviewAndOnceMoreWhenNobodyHasDecided() throws Exception {
        company.individual(admin, Map.of("role", "admin"));
        String other = UUID.randomUUID() + "@marlowe.example";
        company.individual(other, Map.of("role", "curator"));
        UUID review = UUID.randomUUID();
        StoredCompany.execute(
                """
                INSERT INTO provisioning.reviews (id, company_id, kind, cause, opened_at, expires_at)
                VALUES (?, ?, 'deactivation', 'over_limit', now(), now() + interval '14 days')
                """,
                review,
                company.id().value());
        StoredCompany.execute(
                """
                INSERT INTO provisioning.withheld (
                    company_id, object_id, kind, state, review_id, reason, since)
                SELECT ?, gen_random_uuid(), 'deactivation', 'review', ?, 'left_the_group', now()
                FROM generate_series(1, 37)
                """,
                company.id().value(),
                review);

        watch.watch(company.id());
        assertThat(mails(admin)).as("it may still grow").isEmpty();
        StoredCompany.execute(
                "UPDATE provisioning.reviews SET opened_at = now() - interval '1 minute' WHERE id = ?",
                review);
        watch.watch(company.id());
        await().until(() -> !mails(admin).isEmpty());
        watch.watch(company.id());

        assertThat(mails(admin)).hasSize(1);
        assertThat(mails(admin).getFirst().getSubject())
                .isEqualTo("37 people wait for your decision in Learn Amp");
        assertThat(GreenMailUtil.getWholeMessage(mails(admin).getFirst()).replace("=\r\n", ""))
                .contains("http://localhost:8080/reviews/" + review);
        assertThat(mails(other)).isEmpty();

        StoredCompany.execute(
                "UPDATE provisioning.reviews SET expires_at = now() WHERE id = ?", review);
        watch.watch(company.id());
        await().until(() -> mails(admin).size() > 1);
        watch.watch(company.id());

        assertThat(mails(admin)).hasSize(2);
        assertThat(mails(admin).get(1).getSubject()).startsWith("Nobody has decided: 37 people");
    }

    @Test
    void adminsAreToldOnceOfAPreview() throws Exception {
        company.individual(admin, Map.of("role", "admin"));
        UUID run = UUID.randomUUID();
        StoredCompany.execute(
                "INSERT INTO provisioning.sync_runs (id, company_id, revision, trigger, requested_at,"
                        + " state, people) VALUES (?, ?, 1, 'initial', now(), 'previewed', 1206)",
                run,
                company.id().value());
        StoredCompany.execute(
                "INSERT INTO provisioning.previews (company_id, run_id, revision, made_at, expires_at)"
                        + " VALUES (?, ?, 1, now(), now() + interval '1 day')",
                company.id().value(),
                run);

        watch.watch(company.id());
        await().until(() -> !mails(admin).isEmpty());
        watch.watch(company.id());

        assertThat(mails(admin)).hasSize(1);
        assertThat(GreenMailUtil.getWholeMessage(mails(admin).getFirst()).replace("=\r\n", ""))
                .contains("1206 people are", "http://localhost:8080/preview");
    }

    private List<MimeMessage> mails(String address) {
        return mailServer.received().stream().filter(mail -> isTo(mail, address)).toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
