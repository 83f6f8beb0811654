package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.ErasureKey;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody was erased while commands about him were under way. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "provisioning_writer"))
class ErasedIT {

    private static final ErasureKey KEY = ErasureKey.parse("A".repeat(43) + "=");

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void whatWasUnderWayDoesNothingAndAnotherAccountWithHisAddressWaits() {
        Sample erased = Sample.of(company);
        Sample namesake = Sample.of(company).email(erased.email());
        Sample other = Sample.of(company);
        UUID erasure = UUID.randomUUID();
        StoredCompany.execute(
                "INSERT INTO provisioning.erasures (id, company_id, erased_by, erased_at) VALUES"
                        + " (?, ?, 'Helen', now())",
                erasure,
                company.id().value());
        suppress(erasure, KEY.hash(company.id(), erased.object()));
        suppress(erasure, KEY.hash(company.id(), erased.email()));

        applyCommands.applyBulk(Poll.of(erased.upsert(1), other.upsert(1)));
        applyCommands.applyLive(Poll.of(erased.deactivate(2), namesake.upsert(1)));

        assertThat(company.users())
                .extracting(row -> row.get("integration_external_id"))
                .containsExactlyInAnyOrder(other.object().toString(), null);
        assertThat(company.ledger(erased.object())).isEmpty();
        assertThat(company.attention(erased.object())).isEmpty();
        assertThat(company.ledger(namesake.object())).isEmpty();
        assertThat(company.attention(namesake.object())).containsExactly("erased_address");

        StoredCompany.execute(
                "DELETE FROM provisioning.suppressions WHERE company_id = ?", company.id().value());
        applyCommands.applyLive(Poll.of(namesake.upsert(2)));

        assertThat(company.user(namesake.object())).containsEntry("email", erased.email());
        assertThat(company.attention(namesake.object())).isEmpty();
    }

    private void suppress(UUID erasure, byte[] hash) {
        StoredCompany.execute(
                "INSERT INTO provisioning.suppressions (company_id, hash, erasure_id) VALUES (?, ?, ?)",
                company.id().value(),
                hash,
                erasure);
    }
}
