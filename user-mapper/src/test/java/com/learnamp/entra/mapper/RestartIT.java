package com.learnamp.entra.mapper;

import static com.learnamp.entra.mapper.Samples.anna;
import static com.learnamp.entra.mapper.Samples.settings;
import static com.learnamp.entra.mapper.Samples.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.EmbeddedBroker;
import com.learnamp.entra.backing.FreePort;
import com.learnamp.entra.backing.PackagedApplication;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 7: killed or cut off in the middle of a run, it loses nothing and keeps the order. */
class RestartIT {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final List<CompanyId> COMPANIES =
            LongStream.rangeClosed(1, 3).mapToObj(CompanyId::new).toList();
    private static final int PEOPLE = 2_000;

    @TempDir Path directory;

    private final int port = FreePort.find();
    private final List<Message> sent = new ArrayList<>();

    @BeforeEach
    void threeCompaniesRun() {
        for (CompanyId company : COMPANIES) {
            for (int person = 1; person <= PEOPLE; person++) {
                EntraObjectId user = new EntraObjectId(UUID.randomUUID());
                sent.add(snapshot(company, user, new Version(5, person), 1, anna()));
            }
            sent.add(
                    new RunEnded(
                            company,
                            Samples.RUN,
                            RunTrigger.MANUAL,
                            1,
                            Samples.OBSERVED_AT,
                            new Version(5, 1),
                            PEOPLE,
                            new RunEnded.Outcome.Complete(),
                            Samples.NOW));
        }
    }

    @Test
    void aKillRepeatsButLosesNothing() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, port);
                TopicTap commands = TopicTap.on(broker.bootstrapServers(), Topic.COMMANDS_BULK);
                TopicTap parked = TopicTap.on(broker.bootstrapServers(), Topic.PARKED_BY_MAPPER)) {
            send(broker);

            PackagedApplication killed = startMapper(broker);
            commands.until(heard -> heard.size() >= 500);
            killed.kill();
            try (PackagedApplication restarted = startMapper(broker)) {
                assertComplete(commands.until(heard -> keys(heard).size() >= sent.size()));
            }
            assertThat(parked.until(heard -> true)).isEmpty();
        }
    }

    @Test
    void aBrokerThatGoesAndComesBackIsWaitedFor() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(directory, port);
        try (TopicTap commands = TopicTap.on(broker.bootstrapServers(), Topic.COMMANDS_BULK);
                TopicTap parked = TopicTap.on(broker.bootstrapServers(), Topic.PARKED_BY_MAPPER)) {
            send(broker);

            try (PackagedApplication mapper = startMapper(broker)) {
                commands.until(heard -> heard.size() >= 500);
                broker.close();
                broker = EmbeddedBroker.start(directory, port);

                assertComplete(commands.until(heard -> keys(heard).size() >= sent.size()));
                assertThat(parked.until(heard -> true)).isEmpty();
            }
        } finally {
            broker.close();
        }
    }

    /** What comes again is a repetition: what comes first is in the order in which it was sent. */
    private void assertComplete(List<ConsumerRecord<String, byte[]>> heard) {
        for (CompanyId company : COMPANIES) {
            assertThat(keys(heard).stream().filter(key -> key.startsWith(company + ":")))
                    .containsExactlyElementsOf(
                            sent.stream()
                                    .map(message -> message.key().text())
                                    .filter(key -> key.startsWith(company + ":"))
                                    .toList());
        }
        assertThat(heard)
                .extracting(record -> MessageCodec.read(record.value(), ProvisioningCommand.class))
                .allMatch(parsed -> parsed instanceof Parsed.Read);
    }

    private static Collection<String> keys(List<ConsumerRecord<String, byte[]>> heard) {
        return heard.stream().map(ConsumerRecord::key).distinct().toList();
    }

    private void send(EmbeddedBroker broker) {
        COMPANIES.forEach(company ->
                SendRecords.messages(
                        broker.bootstrapServers(), Topic.INTEGRATIONS, settings(company, 1)));
        SendRecords.messages(
                broker.bootstrapServers(), Topic.USERS_BULK, sent.toArray(Message[]::new));
    }

    private static PackagedApplication startMapper(EmbeddedBroker broker) throws Exception {
        return PackagedApplication.start(
                JAR, Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()));
    }
}
