package com.learnamp.entra.writer.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.TopicPublisher;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "provisioning_writer"))
@WithTestResource(StubbornMailServer.class)
class StubbornMailServerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject TopicPublisher publisher;

    @SuppressWarnings("NullAway.Init") // by the test resource
    StubbornMailServer mailServer;

    private final StoredCompany company = StoredCompany.invitingAtOnce();

    @Test
    void whoeverIsRefusedIsTriedAgainAfterAPauseAndThenShown() {
        Sample ruth = invited("refused");

        await().atMost(PATIENCE)
                .until(() -> company.attention(ruth.object()).contains("invitation_refused"));

        assertThat(mailServer.timesAsked(ruth.email())).isEqualTo(2);
        assertThat(company.invitations().getFirst())
                .containsEntry("state", "refused")
                .containsEntry("last_error", "the mail server answered with 550");
        assertThat(company.user(ruth.object())).containsEntry("status", "invite_scheduled");

        // An admin has put the mailbox right and asks once more.
        mailServer.forgive(ruth.email());
        StoredCompany.execute(
                "UPDATE provisioning.invitations SET state = 'due', attempts = 0 WHERE company_id ="
                        + " ?",
                company.id().value());

        await().atMost(PATIENCE).until(() -> company.attention(ruth.object()).isEmpty());
        assertThat(company.user(ruth.object())).containsEntry("status", "invite_pending");
    }

    @Test
    void aConversationThatBreaksOffIsNotRepeatedButShown() {
        Sample ruth = invited("broken");

        await().atMost(PATIENCE)
                .until(() -> company.attention(ruth.object()).contains("invitation_unknown"));
        Sample other = invited("fine");
        await().atMost(PATIENCE)
                .until(() -> "invite_pending".equals(company.user(other.object()).get("status")));

        assertThat(mailServer.timesAsked(ruth.email())).isEqualTo(1);
        assertThat(mailServer.timesAsked(other.email())).isEqualTo(1);
    }

    private Sample invited(String beginning) {
        Sample sample = Sample.of(company);
        Sample person = sample.email(beginning + sample.email());
        publisher.publish(Topic.COMMANDS, List.of(person.upsert(1)));
        await().atMost(PATIENCE).until(() -> company.ledger(person.object()).isPresent());
        return person;
    }
}
