package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class AddressesIT {

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void somebodyWithTheObjectIdAsExternalIdIsBound() {
        Sample ruth = Sample.of(company);
        long known =
                company.individual(
                        "old@example.com",
                        Map.of(
                                "integration_external_id",
                                ruth.object().toString().toUpperCase(Locale.ROOT)));

        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        assertThat(company.userWithId(known)).containsEntry("email", ruth.email());
        assertThat(company.ledger(ruth.object()).orElseThrow())
                .containsEntry("user_id", Long.toString(known));
    }

    @Test
    void anAddressIsTheSameWhateverItsCase() {
        Sample ruth = Sample.of(company);
        long known = company.individual(ruth.email(), Map.of());

        applyCommands.applyLive(
                Poll.of(ruth.email(ruth.email().toUpperCase(Locale.ROOT)).upsert(1)));

        assertThat(company.userId(ruth.object())).isEqualTo(known);
        assertThat(company.user(ruth.object())).containsEntry("email", ruth.email());
    }

    @Test
    void anIndividualOfAnotherSystemIsLinkedByHisAddress() {
        Sample ruth = Sample.of(company);
        long known =
                company.individual(ruth.email(), Map.of("integration_external_id", "PEOPLE-HR-17"));

        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        assertThat(company.userId(ruth.object())).isEqualTo(known);
    }

    @Test
    void anAddressOfABoundPersonIsNotTakenButEverythingElseIsApplied() {
        Sample ruth = Sample.of(company);
        Sample noah = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1), noah.upsert(1)));

        applyCommands.applyLive(Poll.of(noah.email(ruth.email()).jobTitle("Chef").upsert(2)));

        assertThat(company.user(noah.object()))
                .containsEntry("email", noah.email())
                .containsEntry("job_title", "Chef");
        assertThat(company.user(ruth.object())).containsEntry("email", ruth.email());
        assertThat(company.attention(noah.object())).containsExactly("email_taken");
    }

    @Test
    void aNewPersonWithATakenAddressWaits() {
        Sample ruth = Sample.of(company);
        Sample noah = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        applyCommands.applyLive(Poll.of(noah.email(ruth.email()).upsert(1)));

        assertThat(company.users()).hasSize(2);
        assertThat(company.ledger(noah.object()).orElseThrow())
                .containsEntry("state", "in_scope")
                .containsEntry("claimed_email", ruth.email());
        assertThat(company.attention(noah.object())).containsExactly("email_taken");
    }

    @Test
    void whoeverWaitsForAnAddressGetsItWhenItIsFreed() {
        Sample ruth = Sample.of(company);
        Sample noah = Sample.of(company).email(ruth.email());
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        applyCommands.applyLive(Poll.of(noah.upsert(1)));

        applyCommands.applyLive(Poll.of(ruth.email("new." + ruth.email()).upsert(2)));

        assertThat(company.user(noah.object())).containsEntry("email", ruth.email());
        assertThat(company.attention(noah.object())).isEmpty();
        assertThat(company.ledger(noah.object()).orElseThrow())
                .containsEntry("claimed_email", null);
    }

    @Test
    void twoPeopleSwapTheirAddressesInOneBatch() {
        Sample ruth = Sample.of(company);
        Sample noah = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1), noah.upsert(1)));

        applyCommands.applyLive(
                Poll.of(ruth.email(noah.email()).upsert(2), noah.email(ruth.email()).upsert(2)));

        assertThat(company.user(ruth.object())).containsEntry("email", noah.email());
        assertThat(company.user(noah.object())).containsEntry("email", ruth.email());
        assertThat(company.attention(ruth.object())).isEmpty();
    }

    @Test
    void threePeoplePassTheirAddressesRoundInThreeBatches() {
        Sample ruth = Sample.of(company);
        Sample noah = Sample.of(company);
        Sample ines = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1), noah.upsert(1), ines.upsert(1)));

        applyCommands.applyLive(Poll.of(ruth.email(noah.email()).upsert(2)));
        applyCommands.applyLive(Poll.of(noah.email(ines.email()).upsert(2)));

        assertThat(company.user(ruth.object())).containsEntry("email", ruth.email());
        assertThat(company.user(noah.object())).containsEntry("email", noah.email());

        applyCommands.applyLive(Poll.of(ines.email(ruth.email()).upsert(2)));

        assertThat(company.user(ruth.object())).containsEntry("email", noah.email());
        assertThat(company.user(noah.object())).containsEntry("email", ines.email());
        assertThat(company.user(ines.object())).containsEntry("email", ruth.email());
        assertThat(company.attention(ruth.object())).isEmpty();
        assertThat(company.attention(noah.object())).isEmpty();
    }

    @Test
    void aNewPersonTakesTheAddressThatAnotherLeavesInTheSameBatch() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        Sample noah = Sample.of(company).email(ruth.email());

        applyCommands.applyLive(
                Poll.of(noah.upsert(1), ruth.email("new." + ruth.email()).upsert(2)));

        assertThat(company.user(noah.object())).containsEntry("email", ruth.email());
        assertThat(company.attention(noah.object())).isEmpty();
    }

    @Test
    void theAddressOfSomebodyWhoLeftIsNotInherited() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        applyCommands.applyLive(Poll.of(ruth.deactivate(2)));
        Sample noah = Sample.of(company).email(ruth.email());

        applyCommands.applyLive(Poll.of(noah.upsert(1)));

        assertThat(company.user(ruth.object())).containsEntry("status", "deactivated");
        assertThat(company.ledger(noah.object()).orElseThrow()).containsEntry("user_id", null);
        assertThat(company.attention(noah.object())).containsExactly("email_taken");
    }

    @Test
    void ofTwoNewPeopleWithOneAddressOneIsCreated() {
        Sample ruth = Sample.of(company);
        Sample noah = Sample.of(company).email(ruth.email());

        applyCommands.applyLive(Poll.of(ruth.upsert(1), noah.upsert(1)));

        assertThat(company.users()).hasSize(2);
        assertThat(
                        company.attention(ruth.object()).size()
                                + company.attention(noah.object()).size())
                .isEqualTo(1);
    }

    @Test
    void anyNewerVersionTakesThePersonsAttentionAway() {
        Sample ruth = Sample.of(company);
        Sample noah = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1), noah.email(ruth.email()).upsert(1)));

        applyCommands.applyLive(Poll.of(noah.upsert(2)));

        assertThat(company.attention(noah.object())).isEmpty();
        assertThat(company.user(noah.object())).containsEntry("email", noah.email());
    }

    @Test
    void whoeverCantBeHadNeedsAttentionAndStaysAsHeIs() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        Map<String, ?> before = company.user(ruth.object());

        applyCommands.applyLive(Poll.of(ruth.reject(2)));

        assertThat(company.user(ruth.object()).equals(before)).isTrue();
        assertThat(company.ledger(ruth.object()).orElseThrow()).containsEntry("state", "rejected");
        assertThat(company.attention(ruth.object())).containsExactly("no_email");

        applyCommands.applyLive(Poll.of(ruth.upsert(3)));

        assertThat(company.attention(ruth.object())).isEmpty();
        assertThat(company.history()).hasSize(1);
    }
}
