package com.learnamp.entra.writer.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.contracts.CustomFieldMapping.Rule;
import com.learnamp.entra.contracts.CustomFieldValue;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserState;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import com.learnamp.entra.messaging.TopicPublisher;
import com.learnamp.entra.writer.Events;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.cloudevents.CloudEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class RelayUserEventsIT {

    private static final String RELAYS =
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'provisioning-writer relay'";
    private static final String KILL =
            "SELECT pg_terminate_backend(pid) FROM (" + RELAYS + ") AS relays";

    @Inject TopicPublisher publisher;
    @Inject OutboxSessions sessions;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void aChangeIsOneCloudEvent() throws Exception {
        Sample ruth = Sample.of(company);
        List<CloudEvent> events;
        try (TopicTap tap = TopicTap.on(BackingServices.bootstrapServers(), Topic.USER_EVENTS)) {
            publisher.publish(Topic.COMMANDS, List.of(ruth.upsert(1)));
            tap.until(heard -> !Events.of(company, heard).isEmpty());
            publisher.publish(
                    Topic.COMMANDS, List.of(ruth.upsert(2), ruth.jobTitle("Chef").upsert(3)));

            events = Events.of(company, tap.until(heard -> Events.of(company, heard).size() == 2));
        }

        String user = Objects.requireNonNull(company.user(ruth.object()).get("id"));
        CloudEvent created = events.get(0);
        CloudEvent updated = events.get(1);
        assertThat(created.getId()).isEqualTo("1");
        assertThat(created.getType()).isEqualTo("com.learnamp.user.created.v1");
        assertThat(created.getDataContentType()).isEqualTo("application/json");
        assertThat(created.getSource().toString())
                .isEqualTo("/companies/" + company.id() + "/users/" + user);
        assertThat(updated.getId()).isEqualTo("2");
        assertThat(updated.getType()).isEqualTo("com.learnamp.user.updated.v1");
        JsonNode data =
                MessageCodec.mapper().readTree(Objects.requireNonNull(updated.getData()).toBytes());
        assertThat(data.path("change").asText()).isEqualTo("updated");
        assertThat(data.path("entraObject").asText()).isEqualTo(ruth.object().toString());
        assertThat(data.path("changes"))
                .isEqualTo(
                        MessageCodec.mapper()
                                .readTree(
                                        "{\"jobTitle\": {\"before\": \"Engineer\", \"after\":"
                                                + " \"Chef\"}}"));
    }

    @Test
    void aStateFollowsItsEvents() {
        Sample ruth = Sample.of(company);
        company.customField("Cost centre", "text", false);
        try (TopicTap tap = TopicTap.on(BackingServices.bootstrapServers(), Topic.USER_STATES)) {
            publisher.publish(Topic.COMMANDS, List.of(ruth.upsert(1)));
            tap.until(heard -> state(heard, ruth).filter(one -> one.change() == 1).isPresent());
            CustomFieldValue costCentre =
                    new CustomFieldValue("Cost centre", Rule.ALWAYS, "CC-1", null);

            publisher.publish(Topic.COMMANDS, List.of(ruth.jobTitle("Chef").upsert(2, costCentre)));

            UserState state =
                    state(
                                    tap.until(heard ->
                                            state(heard, ruth)
                                                    .filter(one -> one.change() == 2)
                                                    .isPresent()),
                                    ruth)
                            .orElseThrow();
            assertThat(state.fields())
                    .containsEntry("email", ruth.email())
                    .containsEntry("jobTitle", "Chef")
                    .containsEntry("status", "not_invited")
                    .containsEntry("customFields.Cost centre", "CC-1")
                    .doesNotContainKey("manager");
        }
    }

    /** The newest. */
    private static Optional<UserState> state(
            List<ConsumerRecord<String, byte[]>> heard, Sample person) {
        return heard.stream()
                .map(record -> MessageCodec.read(record.value(), UserState.class))
                .map(parsed -> ((Parsed.Read<UserState>) parsed).message())
                .filter(state -> person.object().equals(state.entraObject()))
                .reduce((before, after) -> after);
    }

    @Test
    void whateverIsKilledEveryChangeInTheHistoryIsToldInItsOrderAndWithoutGaps() {
        List<Sample> people = new ArrayList<>();
        for (int number = 0; number < 25; number++) {
            people.add(Sample.of(company));
        }
        Map<String, List<String>> told;
        try (TopicTap tap = TopicTap.on(BackingServices.bootstrapServers(), Topic.USER_EVENTS)) {
            for (int version = 1; version <= 12; version++) {
                String title = "Title " + version;
                long counter = version;
                await().until(() -> !StoredCompany.rows(RELAYS).isEmpty());
                publisher.publish(
                        Topic.COMMANDS,
                        people.stream()
                                .map(person -> person.jobTitle(title).upsert(counter))
                                .toList());
                StoredCompany.rows(KILL);
                await().until(() -> company.history().size() >= 25 * counter);
            }

            told =
                    Events.idsBySource(
                            Events.of(
                                    company,
                                    tap.until(
                                            heard -> count(Events.of(company, heard)) == 25 * 12)));
        }

        assertThat(told).isEqualTo(history());
        await().until(() -> company.outbox(Topic.USER_EVENTS.topicName()).isEmpty());
    }

    @Test
    void aPartitionIsHeldByOneSessionAtATimeAndFreeWhenThatEnds() throws Exception {
        try (OutboxSession second = sessions.open()) {
            await().ignoreExceptions()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        try (OutboxSession probe = sessions.open()) {
                            probe.takeFree();
                            return probe.held().isEmpty();
                        }
                    });
            second.takeFree();
            assertThat(second.held()).isEmpty();
        }
        // The relay of this instance holds them all: when its session ends, another takes them.
        StoredCompany.rows(KILL);
        try (OutboxSession other = sessions.open()) {
            other.takeFree();
            try (OutboxSession third = sessions.open()) {
                third.takeFree();
                assertThat(Collections.disjoint(other.held(), third.held())).isTrue();
            }
        }
    }

    private static int count(List<CloudEvent> events) {
        return Events.idsBySource(events).values().stream().mapToInt(List::size).sum();
    }

    private Map<String, List<String>> history() {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        company.history()
                .forEach(row ->
                        numbers.computeIfAbsent(
                                        "/companies/"
                                                + company.id()
                                                + "/users/"
                                                + row.get("user_id"),
                                        unseen -> new ArrayList<>())
                                .add(String.valueOf(row.get("change_number"))));
        return numbers;
    }
}
