package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.CustomFieldMapping.Rule;
import com.learnamp.entra.contracts.CustomFieldValue;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an admin has undone of somebody, while Entra says the same still. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class UndoneIT {

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();
    private final Sample ruth = Sample.of(company);

    @Test
    void whatWasUndoneIsNotDoneAgainUntilEntraSaysSomethingElse() {
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        applyCommands.applyLive(Poll.of(ruth.jobTitle("Chef").upsert(2)));
        undo("job_title", "Engineer", "jobTitle", "Chef");

        applyCommands.applyBulk(Poll.of(ruth.jobTitle("Chef").department("Sales").upsert(3)));

        assertThat(company.user(ruth.object()))
                .containsEntry("job_title", "Engineer")
                .containsEntry("department", "Sales");
        assertThat(company.attention(ruth.object())).containsExactly("undone");
        assertThat(company.attentionDetail(ruth.object(), "undone")).isEqualTo("jobTitle");

        applyCommands.applyBulk(Poll.of(ruth.jobTitle("Head chef").upsert(4)));
        applyCommands.applyBulk(Poll.of(ruth.jobTitle("Chef").upsert(5)));

        assertThat(company.user(ruth.object())).containsEntry("job_title", "Chef");
        assertThat(company.attention(ruth.object())).isEmpty();
    }

    @Test
    void anAddressThatWasUndoneStaysAndEntrasIsFreeForOthers() {
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        applyCommands.applyLive(Poll.of(ruth.email("new@example.com").upsert(2)));
        undo("email", ruth.email(), "email", "new@example.com");
        Sample grace = Sample.of(company).email("new@example.com");

        applyCommands.applyBulk(Poll.of(ruth.email("new@example.com").upsert(3), grace.upsert(1)));

        assertThat(company.user(ruth.object())).containsEntry("email", ruth.email());
        assertThat(company.user(grace.object())).containsEntry("email", "new@example.com");
        assertThat(company.attention(ruth.object())).containsExactly("undone");

        applyCommands.applyBulk(Poll.of(ruth.email("newer@example.com").upsert(4)));

        assertThat(company.user(ruth.object())).containsEntry("email", "newer@example.com");
    }

    @Test
    void aManagerWhoWasUndoneIsNotLinkedAgainAlsoNotWhenHeReturns() {
        Sample boss = Sample.of(company);
        Sample managed = ruth.managedBy(boss);
        applyCommands.applyLive(Poll.of(boss.upsert(1), managed.upsert(1)));
        String bossId = Long.toString(company.userId(boss.object()));
        undo("manager_id", null, "manager", bossId);

        applyCommands.applyBulk(Poll.of(managed.upsert(2)));

        assertThat(company.user(ruth.object())).containsEntry("manager_object", null);
        assertThat(company.attention(ruth.object())).containsExactly("undone");

        applyCommands.applyLive(Poll.of(boss.deactivate(2)));
        applyCommands.applyLive(Poll.of(boss.upsert(3)));

        assertThat(company.user(ruth.object())).containsEntry("manager_object", null);
    }

    @Test
    void whoeverWasAskedAndLeavesItUndoneIsNotAskedAgain() {
        applyCommands.applyLive(Poll.of(ruth.jobTitle("Chef").upsert(1)));
        undo("job_title", "Engineer", "jobTitle", "Chef");
        StoredCompany.execute(
                "UPDATE provisioning.undone SET kept = true WHERE user_id = ?",
                company.userId(ruth.object()));

        applyCommands.applyBulk(Poll.of(ruth.jobTitle("Chef").upsert(2)));

        assertThat(company.user(ruth.object())).containsEntry("job_title", "Engineer");
        assertThat(company.attention(ruth.object())).isEmpty();
    }

    @Test
    void aCustomFieldThatWasUndoneStaysUntilEntraSaysSomethingElse() {
        company.customField("Cost centre", "text", false);
        company.customField("Badge", "text", false);
        applyCommands.applyLive(
                Poll.of(ruth.upsert(1, always("Cost centre", "CC-1"), always("Badge", "B-1"))));
        applyCommands.applyLive(
                Poll.of(ruth.upsert(2, always("Cost centre", "CC-2"), always("Badge", null))));
        company.setCustomField(ruth.object(), "Cost centre", "CC-1");
        company.setCustomField(ruth.object(), "Badge", "B-1");
        mark("customFields.Cost centre", "CC-2");
        mark("customFields.Badge", null);

        applyCommands.applyBulk(
                Poll.of(ruth.upsert(3, always("Cost centre", "CC-2"), always("Badge", null))));

        assertThat(company.customFields(ruth.object()))
                .isEqualTo(Map.of("Cost centre", "CC-1", "Badge", "B-1"));
        assertThat(company.attentionDetail(ruth.object(), "undone"))
                .isEqualTo("customFields.Cost centre, customFields.Badge");

        applyCommands.applyBulk(
                Poll.of(ruth.upsert(4, always("Cost centre", "CC-3"), always("Badge", "B-3"))));

        assertThat(company.customFields(ruth.object()))
                .isEqualTo(Map.of("Cost centre", "CC-3", "Badge", "B-3"));
        assertThat(company.attention(ruth.object())).isEmpty();
    }

    @Test
    void addressesWhoseSwapWasUndoneAreNotSwappedAgain() {
        Sample grace = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1), grace.upsert(1)));
        mark("email", grace.email());
        mark(grace, "email", ruth.email());

        applyCommands.applyBulk(
                Poll.of(ruth.email(grace.email()).upsert(2), grace.email(ruth.email()).upsert(2)));

        assertThat(company.user(ruth.object())).containsEntry("email", ruth.email());
        assertThat(company.user(grace.object())).containsEntry("email", grace.email());
        assertThat(company.attention(ruth.object())).containsExactly("undone");
    }

    private static CustomFieldValue always(String field, @Nullable String value) {
        return new CustomFieldValue(field, Rule.ALWAYS, value, null);
    }

    /** As the console does it. */
    private void undo(String column, @Nullable String before, String field, String undone) {
        company.set(company.userId(ruth.object()), column, before);
        mark(field, undone);
    }

    private void mark(String field, @Nullable String undone) {
        mark(ruth, field, undone);
    }

    private void mark(Sample person, String field, @Nullable String undone) {
        StoredCompany.execute(
                "INSERT INTO provisioning.undone (company_id, user_id, field, value, run_id,"
                        + " undone_by, undone_at) VALUES (?, ?, ?, ?, ?, 'Helen', now())",
                company.id().value(),
                company.userId(person.object()),
                field,
                undone,
                person.object().value());
    }
}
