package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class UpsertIT {

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void createsAnUnknownPersonWithTheCompanysTimeZone() {
        Sample ruth = Sample.of(company);

        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        assertThat(company.user(ruth.object()))
                .containsEntry("email", ruth.email())
                .containsEntry("first_name", "Ruth")
                .containsEntry("last_name", "Ainsley")
                .containsEntry("job_title", "Engineer")
                .containsEntry("department", "Research")
                .containsEntry("team", "Research")
                .containsEntry("location", "Cork")
                .containsEntry("hire_date", "2024-02-29")
                .containsEntry("language", "fr")
                .containsEntry("time_zone", "Dublin")
                .containsEntry("role", "viewer")
                .containsEntry("status", "not_invited")
                .containsEntry("change_counter", "1");
    }

    @Test
    void linksAnIndividualWithTheSameAddressOnceAndKeepsWhatIsHis() {
        Sample ruth = Sample.of(company);
        long before = company.individual(ruth.email(), Map.of("role", "curator"));

        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        applyCommands.applyLive(Poll.of(ruth.email("new." + ruth.email()).upsert(2)));

        assertThat(company.user(ruth.object()))
                .containsEntry("id", Long.toString(before))
                .containsEntry("email", "new." + ruth.email())
                .containsEntry("role", "curator")
                .containsEntry("time_zone", "London");
        assertThat(company.history(before))
                .extracting(row -> row.get("reason"))
                .containsExactly("linked", null);
    }

    @Test
    void doesNotTouchWhatIsUnchanged() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        Map<String, ?> user = company.user(ruth.object());
        Map<String, ?> team = company.teams().getFirst();

        applyCommands.applyBulk(Poll.of(ruth.upsert(2)));

        assertThat(company.user(ruth.object()).equals(user)).isTrue();
        assertThat(company.teams().getFirst().equals(team)).isTrue();
        assertThat(company.history()).hasSize(1);
        assertThat(company.outbox("learnamp.user-events.v1").size()).isLessThanOrEqualTo(1);
        assertThat(company.ledger(ruth.object()).orElseThrow()).containsEntry("counter", "2");
    }
}
