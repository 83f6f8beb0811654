package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.contracts.CustomFieldMapping.Rule;
import com.learnamp.entra.contracts.CustomFieldValue;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.writer.Events;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class CustomFieldsIT {

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();

    private final Sample ruth = Sample.of(company);

    @Test
    void customFieldsAreWrittenAndToldAsAnyOther() {
        company.customField("Cost centre", "text", false);
        company.customField("Shift", "choice", false, "Day", "Night");
        applyCommands.applyLive(
                Poll.of(ruth.upsert(1, always("cost CENTRE", "CC-1"), always("Shift", "night"))));
        assertThat(company.customFields(ruth.object()))
                .isEqualTo(Map.of("Cost centre", "CC-1", "Shift", "Night"));

        try (TopicTap events = TopicTap.on(BackingServices.bootstrapServers(), Topic.USER_EVENTS)) {
            applyCommands.applyLive(
                    Poll.of(
                            ruth.upsert(
                                    2, always("Cost centre", "CC-2"), always("Shift", "Night"))));

            assertThat(company.customFields(ruth.object())).containsEntry("Cost centre", "CC-2");
            assertThat(company.history().getLast())
                    .containsEntry("kind", "updated")
                    .containsEntry(
                            "changes",
                            "{\"customFields.Cost centre\": {\"after\": \"CC-2\", \"before\":"
                                    + " \"CC-1\"}}");
            events.until(heard ->
                    Events.of(company, heard).stream()
                            .map(event -> Objects.requireNonNull(event.getData()).toBytes())
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .anyMatch(data ->
                                    data.contains(
                                            "\"customFields.Cost"
                                                    + " centre\":{\"before\":\"CC-1\",\"after\":\"CC-2\"}")));
        }
    }

    @Test
    void whatIsAlreadySoIsNotTouched() {
        company.customField("Cost centre", "text", false);
        applyCommands.applyLive(Poll.of(ruth.upsert(1, always("Cost centre", "CC-1"))));
        String row = company.user(ruth.object()).get("xmin");

        applyCommands.applyLive(Poll.of(ruth.upsert(2, always("Cost centre", "CC-1"))));

        assertThat(company.user(ruth.object())).containsEntry("xmin", row);
        assertThat(company.history()).hasSize(1);
    }

    @Test
    void aBlankClearsWhatThisIntegrationWroteAndNothingElse() {
        company.customField("Cost centre", "text", false);
        company.customField("Badge", "text", false);
        applyCommands.applyLive(
                Poll.of(ruth.upsert(1, always("Cost centre", "CC-1"), always("Badge", "B-1"))));
        company.setCustomField(ruth.object(), "Badge", "By hand");

        applyCommands.applyLive(
                Poll.of(ruth.upsert(2, always("Cost centre", null), always("Badge", null))));

        assertThat(company.customFields(ruth.object())).isEqualTo(Map.of("Badge", "By hand"));
    }

    @Test
    void aFieldThatIsMappedNoMoreStays() {
        company.customField("Cost centre", "text", false);
        applyCommands.applyLive(Poll.of(ruth.upsert(1, always("Cost centre", "CC-1"))));

        applyCommands.applyLive(Poll.of(ruth.jobTitle("Chef").upsert(2)));

        assertThat(company.customFields(ruth.object())).isEqualTo(Map.of("Cost centre", "CC-1"));
        assertThat(company.user(ruth.object())).containsEntry("job_title", "Chef");
    }

    @Test
    void whatDoesNotFitIsToldAndTheOthersApply() {
        company.customField("Cost centre", "text", false);
        company.customField("Level", "number", false);

        applyCommands.applyLive(
                Poll.of(
                        ruth.upsert(
                                1,
                                always("Level", "seven"),
                                always("Unheard of", "x"),
                                new CustomFieldValue("Level", Rule.ALWAYS, null, "It is odd."),
                                always("Cost centre", "CC-1"))));

        assertThat(company.customFields(ruth.object())).isEqualTo(Map.of("Cost centre", "CC-1"));
        assertThat(company.attentionDetail(ruth.object(), "custom_field"))
                .isEqualTo(
                        "Level: \"seven\" is no number. Unheard of: Learn Amp has no custom field"
                                + " of this name. Level: It is odd.");

        applyCommands.applyLive(Poll.of(ruth.upsert(2, always("Level", "7"))));

        assertThat(company.attention(ruth.object())).isEmpty();
        assertThat(company.customFields(ruth.object())).containsEntry("Level", "7");
    }

    private static CustomFieldValue always(String field, @Nullable String value) {
        return new CustomFieldValue(field, Rule.ALWAYS, value, null);
    }
}
