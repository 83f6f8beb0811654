package com.learnamp.entra.mapper;

import static com.learnamp.entra.mapper.Samples.anna;
import static com.learnamp.entra.mapper.Samples.settings;
import static com.learnamp.entra.mapper.Samples.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.CustomFieldMapping.Rule;
import com.learnamp.entra.contracts.CustomFieldMapping.Source;
import com.learnamp.entra.contracts.CustomFieldMapping.Source.Attribute;
import com.learnamp.entra.contracts.CustomFieldMapping.Source.Expression;
import com.learnamp.entra.contracts.CustomFieldMapping.Type;
import com.learnamp.entra.contracts.CustomFieldValue;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.ParkedHeaders;
import com.learnamp.entra.contracts.PhotoCommand;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
@TestProfile(MapUsersIT.ImpatientMapper.class)
class MapUsersIT {

    /** Lost settings are given up within a second, so that the test need not wait long. */
    public static final class ImpatientMapper implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mapper.settings-patience", "3s");
        }
    }

    private static final AtomicLong COMPANIES = new AtomicLong(System.nanoTime() >>> 16);

    private final CompanyId company = new CompanyId(COMPANIES.incrementAndGet());

    @Test
    void aBulkRunComesOutInItsOrderWithItsEndLastAndPhotosBeside() {
        save(1);
        List<Message> run = new ArrayList<>();
        for (int person = 1; person <= 700; person++) {
            run.add(snapshot(company, someone(), new Version(5, person), 1, anna()));
        }
        run.add(runEnded());

        try (TopicTap commands = tap(Topic.COMMANDS_BULK);
                TopicTap photos = tap(Topic.PHOTO_COMMANDS)) {
            send(Topic.USERS_BULK, run.toArray(Message[]::new));

            List<ProvisioningCommand> heard =
                    commands.until(records -> ours(records).size() >= run.size()).stream()
                            .filter(this::isOurs)
                            .map(record -> read(record, ProvisioningCommand.class))
                            .toList();
            assertThat(heard.stream().map(ProvisioningCommand::key))
                    .containsExactlyElementsOf(run.stream().map(Message::key).toList());
            assertThat(heard.getLast()).isEqualTo(runEnded());
            assertThat(photos.until(records -> ours(records).size() >= 700))
                    .filteredOn(this::isOurs)
                    .allSatisfy(record ->
                            assertThat(read(record, PhotoCommand.class))
                                    .isInstanceOf(PhotoCommand.SyncPhoto.class));
        }
    }

    @Test
    void whatComesByTheLiveLaneLeavesByItInTheCompanysPartition() {
        save(1);
        UserSnapshot snapshot = snapshot(company, someone(), new Version(5, 1), 1, anna());

        try (TopicTap commands = tap(Topic.COMMANDS)) {
            send(Topic.USERS, snapshot);

            ConsumerRecord<String, byte[]> record =
                    ours(commands.until(records -> !ours(records).isEmpty())).getFirst();
            assertThat(record.key()).isEqualTo(snapshot.key().text());
            assertThat(record.partition()).isEqualTo(Topic.COMMANDS.partition(snapshot.key()));
            assertThat(read(record, ProvisioningCommand.class))
                    .isInstanceOfSatisfying(
                            UpsertUser.class,
                            command -> assertThat(command.version()).isEqualTo(new Version(5, 1)));
        }
    }

    @Test
    void customFieldsTravelAsTheCompanysOwnMappingsSay() {
        send(
                Topic.INTEGRATIONS,
                settings(
                        company,
                        1,
                        List.of(
                                mapping("Started", Type.DATE, new Attribute("employeeHireDate")),
                                mapping(
                                        "Label",
                                        Type.TEXT,
                                        new Expression(
                                                "department + ' in ' + officeLocation",
                                                List.of("department", "officeLocation"))),
                                mapping("Level", Type.NUMBER, new Attribute("jobTitle")))));

        try (TopicTap commands = tap(Topic.COMMANDS)) {
            send(Topic.USERS, snapshot(company, someone(), new Version(5, 1), 1, anna()));

            UpsertUser command =
                    (UpsertUser)
                            read(
                                    ours(commands.until(records -> !ours(records).isEmpty()))
                                            .getFirst(),
                                    ProvisioningCommand.class);
            assertThat(command.fields().customFields())
                    .containsExactly(
                            new CustomFieldValue("Started", Rule.ALWAYS, "2020-05-04", null),
                            new CustomFieldValue("Label", Rule.ALWAYS, "Bread in Leeds", null),
                            new CustomFieldValue(
                                    "Level",
                                    Rule.ALWAYS,
                                    null,
                                    "\"Baker\" is no number; write it as 1234.5."));
        }
    }

    private static CustomFieldMapping mapping(String field, Type type, Source source) {
        return new CustomFieldMapping(field, type, source, Rule.ALWAYS);
    }

    @Test
    void poisonIsParkedWithItsReasonAndStopsNobody() {
        save(1);
        UserSnapshot snapshot = snapshot(company, someone(), new Version(5, 1), 1, anna());
        RecordKey key = snapshot.key();
        int partition = Topic.USERS.partition(key);

        try (TopicTap commands = tap(Topic.COMMANDS);
                TopicTap parked = tap(Topic.PARKED_BY_MAPPER)) {
            SendRecords.records(
                    BackingServices.bootstrapServers(),
                    List.of(
                            SendRecords.record(
                                    Topic.USERS, partition, key.text(), bytes("{\"type\":\"us")),
                            SendRecords.record(
                                    Topic.USERS,
                                    partition,
                                    key.text(),
                                    bytes("{\"type\":\"of-the-future\",\"company\":1}")),
                            SendRecords.record(Topic.USERS, partition, key.text(), null),
                            SendRecords.record(
                                    Topic.USERS,
                                    partition,
                                    key.text(),
                                    MessageCodec.write(snapshot))));

            assertThat(ours(commands.until(records -> !ours(records).isEmpty()))).hasSize(1);
            List<ConsumerRecord<String, byte[]>> asides =
                    ours(parked.until(records -> ours(records).size() == 2));
            assertThat(asides.getFirst().value()).isEqualTo(bytes("{\"type\":\"us"));
            assertThat(header(asides.getFirst(), ParkedHeaders.TOPIC)).isEqualTo("entra.users.v1");
            assertThat(header(asides.getFirst(), ParkedHeaders.REASON)).isNotBlank();
            assertThat(header(asides.getLast(), ParkedHeaders.REASON))
                    .contains("not one that this version knows");
        }
    }

    @Test
    void aMessageWaitsForTheSettingsThatItWasReadWith() {
        save(1);

        try (TopicTap commands = tap(Topic.COMMANDS)) {
            send(Topic.USERS, snapshot(company, someone(), new Version(5, 1), 2, anna()));
            send(Topic.USERS, snapshot(company, someone(), new Version(5, 2), 1, anna()));
            save(2);
            send(Topic.USERS, snapshot(company, someone(), new Version(5, 3), 2, anna()));

            assertThat(ours(commands.until(records -> ours(records).size() == 2)))
                    .extracting(record -> read(record, ProvisioningCommand.class))
                    .allSatisfy(command -> assertThat(command.revision()).isEqualTo(2));
        }
    }

    @Test
    void aCompanyWhoseSettingsAreLostHoldsUpTheOthersOnceAndLiveWorkNever() {
        CompanyId lost = new CompanyId(COMPANIES.incrementAndGet());
        save(1);
        Message[] ofLost =
                java.util.stream.IntStream.rangeClosed(1, 50)
                        .mapToObj(n -> snapshot(lost, someone(), new Version(5, n), 9, anna()))
                        .toArray(Message[]::new);

        try (TopicTap live = tap(Topic.COMMANDS);
                TopicTap bulk = tap(Topic.COMMANDS_BULK);
                TopicTap parked = tap(Topic.PARKED_BY_MAPPER)) {
            send(Topic.USERS_BULK, ofLost);
            send(Topic.USERS_BULK, snapshot(company, someone(), new Version(5, 1), 1, anna()));
            send(Topic.USERS, snapshot(company, someone(), new Version(5, 2), 1, anna()));

            ConsumerRecord<String, byte[]> liveCommand =
                    ours(live.until(records -> !ours(records).isEmpty())).getFirst();
            List<ConsumerRecord<String, byte[]>> asides =
                    parked.until(records -> of(lost, records).size() == 50);
            assertThat(ours(bulk.until(records -> !ours(records).isEmpty()))).hasSize(1);
            assertThat(liveCommand.timestamp()).isLessThan(of(lost, asides).getFirst().timestamp());
        }
    }

    private void save(long revision) {
        send(Topic.INTEGRATIONS, settings(company, revision));
    }

    private RunEnded runEnded() {
        return new RunEnded(
                company,
                Samples.RUN,
                RunTrigger.MANUAL,
                1,
                Samples.OBSERVED_AT,
                new Version(5, 1),
                700,
                new RunEnded.Outcome.Complete(),
                Samples.NOW);
    }

    private static EntraObjectId someone() {
        return new EntraObjectId(UUID.randomUUID());
    }

    private static TopicTap tap(Topic topic) {
        return TopicTap.on(BackingServices.bootstrapServers(), topic);
    }

    private static void send(Topic topic, Message... messages) {
        SendRecords.messages(BackingServices.bootstrapServers(), topic, messages);
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> record) {
        return record.key().startsWith(company + ":");
    }

    private List<ConsumerRecord<String, byte[]>> ours(
            List<ConsumerRecord<String, byte[]>> records) {
        return of(company, records);
    }

    private static List<ConsumerRecord<String, byte[]>> of(
            CompanyId company, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().filter(record -> record.key().startsWith(company + ":")).toList();
    }

    private static <M extends Message> M read(
            ConsumerRecord<String, byte[]> record, Class<M> payload) {
        if (MessageCodec.read(record.value(), payload) instanceof Parsed.Read<M> read) {
            return read.message();
        }
        throw new AssertionError("unreadable: " + record.topic());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
