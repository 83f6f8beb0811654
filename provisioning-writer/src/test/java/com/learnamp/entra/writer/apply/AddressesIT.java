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
import java.util.UUID;
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
        assertThat(company.attention(noah.object())).containsExactly("holder_gone");
    }

    @Test
    void whoeverIsTheSamePersonAsSomebodyWhoLeftGetsHisRecord() {
        Sample before = Sample.of(company);
        applyCommands.applyLive(Poll.of(before.upsert(1)));
        long person = company.userId(before.object());
        applyCommands.applyLive(Poll.of(before.deactivate(2)));
        Sample now = Sample.of(company).email(before.email());
        applyCommands.applyLive(Poll.of(now.upsert(1)));
        company.choose(now.object(), person, "same_person");

        applyCommands.applyLive(Poll.of(now.upsert(2)));

        assertThat(company.userId(now.object())).isEqualTo(person);
        assertThat(company.user(now.object())).containsEntry("status", "not_invited");
        assertThat(company.ledger(now.object()).orElseThrow())
                .containsEntry("user_id", Long.toString(person));
        assertThat(company.ledger(before.object()).orElseThrow()).containsEntry("user_id", null);
        assertThat(company.attention(now.object())).isEmpty();

        applyCommands.applyLive(Poll.of(before.deactivate(3)));

        assertThat(company.user(now.object())).containsEntry("status", "not_invited");
    }

    @Test
    void whoeverIsNewGetsTheAddressOfSomebodyWhoLeftAndNothingElseOfHis() {
        Sample before = Sample.of(company);
        applyCommands.applyLive(Poll.of(before.upsert(1)));
        long person = company.userId(before.object());
        applyCommands.applyLive(Poll.of(before.deactivate(2)));
        Sample now = Sample.of(company).email(before.email());
        applyCommands.applyLive(Poll.of(now.upsert(1)));
        company.choose(now.object(), person, "new_person");

        applyCommands.applyLive(Poll.of(now.upsert(2)));

        assertThat(company.user(now.object())).containsEntry("email", before.email());
        assertThat(company.userId(now.object())).isNotEqualTo(person);
        assertThat(company.userWithId(person))
                .containsEntry("status", "deactivated")
                .containsEntry("email", "former-" + person + "." + before.email() + ".invalid");

        applyCommands.applyLive(Poll.of(before.upsert(3)));

        assertThat(company.user(now.object())).containsEntry("email", before.email());
        assertThat(company.attention(before.object())).containsExactly("email_taken");
    }

    @Test
    void whatSomebodyWaitsForIsAnotherThingOnceTheHolderHasLeftOrReturned() {
        Sample holder = Sample.of(company);
        Sample waiting = Sample.of(company).email(holder.email());
        applyCommands.applyLive(Poll.of(holder.upsert(1)));
        applyCommands.applyLive(Poll.of(waiting.upsert(1)));
        assertThat(company.attention(waiting.object())).containsExactly("email_taken");

        applyCommands.applyLive(Poll.of(holder.deactivate(2)));
        assertThat(company.attention(waiting.object())).containsExactly("holder_gone");

        applyCommands.applyLive(Poll.of(holder.upsert(3)));
        assertThat(company.attention(waiting.object())).containsExactly("email_taken");
    }

    @Test
    void anAdminOrOwnerIsLinkedOnlyAfterConfirmation() {
        Sample ruth = Sample.of(company);
        long admin = company.individual(ruth.email(), Map.of("role", "admin"));
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        assertThat(company.userWithId(admin)).containsEntry("integration_external_id", null);
        assertThat(company.attention(ruth.object())).containsExactly("link_unconfirmed");
        company.choose(ruth.object(), admin, "same_person");

        applyCommands.applyLive(Poll.of(ruth.upsert(2)));

        assertThat(company.userId(ruth.object())).isEqualTo(admin);
        assertThat(company.userWithId(admin)).containsEntry("role", "admin");
        assertThat(company.attention(ruth.object())).isEmpty();
    }

    @Test
    void aDeactivatedIndividualIsNotLinkedByHisAddressAlone() {
        Sample ruth = Sample.of(company);
        long before = company.individual(ruth.email(), Map.of());
        StoredCompany.execute(
                "UPDATE learnamp.users SET status = 'deactivated', deactivated_at = now() WHERE id"
                        + " = ?",
                before);

        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        assertThat(company.userWithId(before)).containsEntry("status", "deactivated");
        assertThat(company.attention(ruth.object())).containsExactly("holder_gone");
    }

    @Test
    void inAnotherTenantPeopleAreBoundAnewByTheirAddresses() {
        Sample before = Sample.of(company);
        applyCommands.applyLive(Poll.of(before.upsert(1)));
        long person = company.userId(before.object());
        StoredCompany.execute(
                "UPDATE provisioning.integrations SET revision = 2, tenant_id = ?,"
                        + " confirmed_revision = 2 WHERE company_id = ?",
                UUID.randomUUID(),
                company.id().value());
        Sample now = Sample.of(company).email(before.email()).revision(2);

        applyCommands.applyBulk(Poll.of(now.upsert(2)));

        assertThat(company.userId(now.object())).isEqualTo(person);
        assertThat(company.ledger(before.object()).orElseThrow()).containsEntry("user_id", null);
        assertThat(company.attention(now.object())).isEmpty();
    }

    @Test
    void whatThisIntegrationWroteIsItsOwnForWhoeverIsBoundAnew() {
        Sample ruth = Sample.of(company).jobTitle("Chef");
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        StoredCompany.execute(
                "UPDATE provisioning.integrations SET revision = 2, tenant_id = ?,"
                        + " confirmed_revision = 2 WHERE company_id = ?",
                UUID.randomUUID(),
                company.id().value());
        Sample moved = Sample.of(company).email(ruth.email()).jobTitle(null).revision(2);

        applyCommands.applyLive(Poll.of(moved.upsert(1)));

        assertThat(company.user(moved.object())).containsEntry("job_title", null);
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
